import { ProblemError } from '../problem/problem-error.ts';
import type { Titles } from '../problem/problem.ts';

export interface CallerLimits {
  /** At once for one caller. */
  readonly perCaller: number;
  /** At once for all together, on this instance. */
  readonly inAll: number;
  /** Codes begin with it: `<subject>.too-many` (429), `<subject>.busy` (503). */
  readonly subject: string;
  readonly titles: { readonly tooMany: Titles; readonly busy: Titles };
  /** What to do for a place: "Wait until one of your uploads has ended". */
  readonly advice: string;
  readonly retryAfterSeconds: number;
}

/** So many at once for each caller, and so many for all: one caller takes no place from the others, nor all of them the memory. */
export class CallerSemaphore {
  readonly #held = new Map<string, number>();
  #total = 0;

  constructor(private readonly limits: CallerLimits) {}

  /**
   * @returns gives the place back; a second call changes nothing
   * @throws ProblemError 429 or 503, with Retry-After
   */
  enter(caller: string): () => void {
    const { perCaller, inAll, subject, titles } = this.limits;
    const own = this.#held.get(caller) ?? 0;
    if (own >= perCaller) throw this.#refuse(429, `${subject}.too-many`, titles.tooMany, `${perCaller} at once for one caller`);
    if (this.#total >= inAll) throw this.#refuse(503, `${subject}.busy`, titles.busy, `${inAll} at once here`);
    this.#held.set(caller, own + 1);
    this.#total += 1;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#leave(caller);
    };
  }

  #leave(caller: string): void {
    const rest = (this.#held.get(caller) ?? 0) - 1;
    if (rest > 0) this.#held.set(caller, rest);
    else this.#held.delete(caller);
    this.#total -= 1;
  }

  #refuse(status: number, code: string, titles: Titles, limit: string): ProblemError {
    const { advice, retryAfterSeconds } = this.limits;
    return new ProblemError({
      status,
      code,
      titles,
      detail: `At most ${limit}. ${advice}.`,
      headers: { 'retry-after': String(retryAfterSeconds) },
    });
  }
}
