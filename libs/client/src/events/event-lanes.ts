/** Sends a batch whose events keep their order; resolves when the receiver has taken it. */
export type SendBatch<Event> = (events: readonly Event[]) => Promise<void>;

export interface LaneOptions<Event> {
  readonly lanes: number;
  readonly batchSize: number;
  readonly send: SendBatch<Event>;
}

interface Lane<Event> {
  waiting: Event[];
  travelling: Promise<void>;
}

/**
 * Several batches travel at once, and yet the events of one key never overtake each other: a key always takes the same lane, and
 * a lane has one batch on its way. `add` waits while the key's lane is full, which holds the reader back to the receiver's pace.
 */
export class EventLanes<Event> {
  readonly #options: LaneOptions<Event>;
  readonly #lanes: Lane<Event>[];

  constructor(options: LaneOptions<Event>) {
    this.#options = options;
    this.#lanes = Array.from({ length: options.lanes }, () => ({ waiting: [], travelling: Promise.resolve() }));
  }

  /** Rejects with the first failure of the lane's earlier batches. */
  async add(key: string, events: readonly Event[]): Promise<void> {
    const lane = this.#lanes[hash(key) % this.#lanes.length];
    if (lane === undefined) return;
    lane.waiting.push(...events);
    if (lane.waiting.length >= this.#options.batchSize) await this.#depart(lane);
  }

  /** Sends what waits, and resolves when everything has arrived. */
  async flush(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => this.#depart(lane)));
    await Promise.all(this.#lanes.map((lane) => lane.travelling));
  }

  async #depart(lane: Lane<Event>): Promise<void> {
    await lane.travelling;
    const batch = lane.waiting;
    lane.waiting = [];
    if (batch.length === 0) return;
    lane.travelling = this.#options.send(batch);
    // The failure is reported by whoever awaits the lane next; until then it must not count as unhandled.
    lane.travelling.catch(() => undefined);
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
