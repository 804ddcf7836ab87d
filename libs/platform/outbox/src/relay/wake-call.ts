/** Tells another process that something was committed. Calls that come while one is on its way become one more behind it. */
export class WakeCall {
  #isOnItsWay = false;
  #isAsked = false;

  /** @param send one call; its failure is told to nobody, because the slow poll finds what was committed */
  constructor(private readonly send: () => Promise<unknown>) {}

  call(): void {
    this.#isAsked = true;
    if (!this.#isOnItsWay) void this.#sendAsked();
  }

  async #sendAsked(): Promise<void> {
    this.#isOnItsWay = true;
    while (this.#isAsked) {
      this.#isAsked = false;
      await this.send().catch(() => undefined);
    }
    this.#isOnItsWay = false;
  }
}
