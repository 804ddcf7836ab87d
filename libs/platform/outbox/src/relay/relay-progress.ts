import type { OutgoingRecord } from '@motcua/kafka';
import type { ProgressOptions, RelayRow } from './relay-options.ts';

/** A snapshot of the server: `at` was before it, transactions below `xmin` have ended, those from `xmax` on have not begun. */
export interface Horizon {
  readonly xmin: bigint;
  readonly xmax: bigint;
  readonly at: string;
}

const defaultBusyEveryMs = 1_000;
export const defaultIdleEveryMs = 10_000;

/**
 * Knows up to which moment everything committed has been published, and when to say so.
 *
 * What was committed before a moment has an id below the `xmax` of a snapshot taken after it. Once `xmin` has come up to that `xmax`,
 * the next read that does not fill its batch brings the last of it. So one moment at a time is watched until such a read is published.
 */
export class RelayProgress {
  #watched: { readonly at: string; readonly xmax: bigint; isOver: boolean } | undefined;
  #proven: string | null = null;
  #published: { readonly at: string | null; readonly ms: number } = { at: null, ms: -Infinity };
  #hasPublished = false;
  #marks: RelayRow[] = [];
  #sequence = 0;

  /** @param term the relay's: its partitions, and its epoch, by which ids differ from those of the terms before */
  constructor(
    private readonly options: ProgressOptions,
    private readonly term: { readonly epoch: string; readonly partitions: readonly number[] },
  ) {}

  /** What a read that begins now proves when it is published, if it does not fill its batch. */
  get provable(): string | undefined {
    return this.#watched?.isOver === true ? this.#watched.at : undefined;
  }

  /** Whether records were published of which no progress record tells yet. */
  get isOwed(): boolean {
    return this.#hasPublished;
  }

  /** How often it is said when nothing happens. */
  get idleEveryMs(): number {
    return this.options.idleEveryMs ?? defaultIdleEveryMs;
  }

  observe({ xmin, xmax, at }: Horizon): void {
    this.#watched ??= { at, xmax, isOver: false };
    if (xmin >= this.#watched.xmax) this.#watched.isOver = true;
  }

  /** @param proven what the read of these rows proved */
  notePublished(rows: readonly RelayRow[], proven: string | undefined): void {
    const marks = rows.filter((row) => this.options.isMark(row));
    this.#marks.push(...marks);
    if (rows.length > marks.length) this.#hasPublished = true;
    if (proven === undefined) return;
    this.#proven = proven;
    if (this.#watched?.at === proven) this.#watched = undefined;
  }

  /** The log has lost its end: what was known of it is void. */
  forget(): void {
    this.#watched = undefined;
    this.#proven = null;
    this.#published = { ...this.#published, at: null };
  }

  /**
   * The records that are due, one a partition; empty: none are. At once behind a mark, else seldom, and more seldom where nothing was published.
   *
   * @param lastOffsets the newest offset of each partition that the log has acknowledged
   */
  takeDue(nowMs: number, lastOffsets: Readonly<Record<string, string>>): readonly OutgoingRecord[] {
    if (!this.#isDue(nowMs)) return [];
    const { toRecord } = this.options;
    const { epoch, partitions } = this.term;
    const common = { recordedUpTo: this.#proven, nextWithinMs: this.idleEveryMs, marks: this.#marks };
    this.#published = { at: this.#proven, ms: nowMs };
    this.#marks = [];
    this.#hasPublished = false;
    this.#sequence += 1;
    return partitions.map((partition) => ({
      ...toRecord({
        ...common,
        partition,
        lastOffset: lastOffsets[String(partition)] ?? null,
        id: `progress/${epoch}/${this.#sequence}/${partition}`,
      }),
      key: null,
      partition,
    }));
  }

  #isDue(nowMs: number): boolean {
    if (this.#marks.length > 0) return true;
    if (this.#proven === this.#published.at) return false;
    const everyMs = this.#hasPublished
      ? Math.min(this.options.busyEveryMs ?? defaultBusyEveryMs, this.idleEveryMs)
      : this.idleEveryMs;
    return nowMs - this.#published.ms >= everyMs;
  }
}
