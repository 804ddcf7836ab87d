/**
 * One at a time in this process, in the order of arrival. Whoever waits holds nothing meanwhile: what waits inside a transaction, or for a lock, holds a
 * connection of the pool, and a few of them leave none to whoever has the turn.
 */
export class QueuedSemaphore {
  readonly #waiting: (() => void)[] = [];
  #isTaken = false;

  /** @returns undefined where it was not `work`'s turn within `waitMs` */
  async run<Result>(work: () => Promise<Result>, { waitMs }: { readonly waitMs: number }): Promise<Result | undefined> {
    if (!(await this.#enter(waitMs))) return undefined;
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  #enter(waitMs: number): Promise<boolean> {
    if (!this.#isTaken) {
      this.#isTaken = true;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const enter = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        resolve(false);
      }, waitMs);
      this.#waiting.push(enter);
    });
  }

  /** Given on rather than given back: nobody who comes meanwhile is before who waits. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#isTaken = false;
    else next();
  }
}
