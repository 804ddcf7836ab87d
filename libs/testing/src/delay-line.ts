/** What goes one way on a line that may be slow: each thing comes as late as the line was when it went in, and none overtakes another. */
export class DelayLine {
  readonly #waiting: { readonly at: number; readonly pass: () => void }[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** @param delayMs how slow the line is now @param pass lets the thing out */
  send(delayMs: number, pass: () => void): void {
    const last = this.#waiting.at(-1)?.at ?? 0;
    if (delayMs === 0 && this.#waiting.length === 0) pass();
    else {
      this.#waiting.push({ at: Math.max(last, Date.now() + delayMs), pass });
      this.#wait();
    }
  }

  #wait(): void {
    const [first] = this.#waiting;
    if (first === undefined || this.#timer !== undefined) return;
    const passWhatIsDue = (): void => {
      this.#timer = undefined;
      while (this.#waiting[0] !== undefined && this.#waiting[0].at <= Date.now()) this.#waiting.shift()?.pass();
      this.#wait();
    };
    // What was let out took its time: the next one may be due meanwhile.
    this.#timer = setTimeout(passWhatIsDue, Math.max(0, first.at - Date.now()));
  }
}
