import type { Session } from './session.ts';

const MAX_KEPT = 10_000;

/** Sessions looked up a moment ago: a page asks for ten things at once. */
export class KnownSessions {
  readonly #kept = new Map<string, { readonly session: Session; readonly untilMs: number }>();

  /** @param keptMs how late the end of a session may be noticed where nobody tells of it */
  constructor(private readonly keptMs: number) {}

  find(idHash: string, nowMs: number): Session | undefined {
    const known = this.#kept.get(idHash);
    return known !== undefined && known.untilMs > nowMs ? known.session : undefined;
  }

  keep(session: Session, nowMs: number): void {
    this.#kept.delete(session.idHash);
    this.#kept.set(session.idHash, { session, untilMs: nowMs + this.keptMs });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }

  forget(idHash: string): void {
    this.#kept.delete(idHash);
  }
}
