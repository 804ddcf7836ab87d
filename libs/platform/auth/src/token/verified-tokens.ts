interface Entry<Caller> {
  readonly caller: Caller;
  readonly untilMs: number;
}

/** Whom a token stands for, and until when. */
export interface VerifiedUntil<Caller> {
  readonly caller: Caller;
  /** Seconds since 1970. */
  readonly expiresSeconds: number;
}

/** A removed key is noticed after this long at the latest. */
const keptMs = 60_000;
const maxEntries = 2_000;

/** Tokens verified a moment ago: an ES256 check costs more than the rest of a small request. */
export class VerifiedTokens<Caller> {
  readonly #entries = new Map<string, Entry<Caller>>();

  find(token: string, nowMs: number): Caller | undefined {
    const entry = this.#entries.get(token);
    if (entry !== undefined && entry.untilMs > nowMs) return entry.caller;
    this.#entries.delete(token);
    return undefined;
  }

  keep(token: string, { caller, expiresSeconds }: VerifiedUntil<Caller>, nowMs: number): void {
    this.#entries.set(token, { caller, untilMs: Math.min(nowMs + keptMs, expiresSeconds * 1_000) });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > maxEntries && oldest !== undefined) this.#entries.delete(oldest);
  }
}
