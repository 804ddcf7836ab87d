import type { Bearer } from '../providers/bearer.ts';

/** Live streams that were opened with an access token: none outlasts it. */
export class BearerStreams {
  readonly #open = new Set<{ readonly bearer: Bearer; readonly end: () => void }>();

  constructor(private readonly now: () => number) {}

  /** @param end closes the stream, once. @returns forgets it */
  add(bearer: Bearer, end: () => void): () => void {
    const stream = { bearer, end };
    this.#open.add(stream);
    const timer = setTimeout(end, Math.max(0, bearer.expiresAt.getTime() - this.now()));
    return () => {
      clearTimeout(timer);
      this.#open.delete(stream);
    };
  }

  endThose(isEnded: (bearer: Bearer) => boolean): void {
    for (const { bearer, end } of [...this.#open]) if (isEnded(bearer)) end();
  }
}
