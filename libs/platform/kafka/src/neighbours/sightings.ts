/** What is to be thought of a member whose instance's lock was looked at. */
export type Sighting = 'alive' | 'unknown' | 'missing' | 'dead';

interface Seen {
  wasHeld: boolean;
  freeSince: number | undefined;
}

/**
 * What was seen of the locks of others from one database session. Dead is a member whose instance was seen to hold its lock, from this very session and since it is this
 * member, and then twice, some time apart, not to hold it. A restart of the server frees every lock, but it ends this session with them, and what was seen is forgotten.
 * An instance that lost nothing but its connection is back between the two looks.
 */
export class Sightings {
  readonly #seen = new Map<string, Seen>();

  /** @param apartMs how far the two looks have to be apart */
  constructor(private readonly apartMs: number) {}

  /**
   * @param isFree nobody holds the lock of its instance
   * @param nowMs of a clock that never goes back
   * @returns `unknown`: it was never seen to be held · `missing`: it is not held, for the first time
   */
  note(memberId: string, isFree: boolean, nowMs: number): Sighting {
    const seen = this.#seen.get(memberId) ?? { wasHeld: false, freeSince: undefined };
    this.#seen.set(memberId, seen);
    if (!isFree) {
      [seen.wasHeld, seen.freeSince] = [true, undefined];
      return 'alive';
    }
    seen.freeSince ??= nowMs;
    if (!seen.wasHeld) return 'unknown';
    return nowMs - seen.freeSince >= this.apartMs ? 'dead' : 'missing';
  }

  /** Members that hold their lock, as of the last look at each: only these can be seen to die. */
  get present(): number {
    return [...this.#seen.values()].filter(({ wasHeld, freeSince }) => wasHeld && freeSince === undefined).length;
  }

  /** Keeps what was seen of these alone: the others are no members any more. */
  retain(memberIds: ReadonlySet<string>): void {
    for (const memberId of this.#seen.keys()) if (!memberIds.has(memberId)) this.#seen.delete(memberId);
  }
}
