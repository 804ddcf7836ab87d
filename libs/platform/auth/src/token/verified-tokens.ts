import type { Actor } from '../actor.ts';

interface Entry {
  readonly actor: Actor;
  readonly untilMs: number;
}

/** A removed key is noticed after this long at the latest. */
const keptMs = 60_000;
const maxEntries = 2_000;

/** Tokens verified a moment ago: an ES256 check costs more than the rest of a small request. */
export class VerifiedTokens {
  private readonly entries = new Map<string, Entry>();

  find(token: string, nowMs: number): Actor | undefined {
    const entry = this.entries.get(token);
    if (entry !== undefined && entry.untilMs > nowMs) return entry.actor;
    this.entries.delete(token);
    return undefined;
  }

  keep(token: string, actor: Actor, nowMs: number, expiresSeconds: number): void {
    this.entries.set(token, { actor, untilMs: Math.min(nowMs + keptMs, expiresSeconds * 1_000) });
    const [oldest] = this.entries.keys();
    if (this.entries.size > maxEntries && oldest !== undefined) this.entries.delete(oldest);
  }
}
