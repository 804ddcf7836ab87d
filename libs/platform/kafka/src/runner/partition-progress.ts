import type { Position } from '../client/kafka-client.port.ts';
import type { Cursor } from '../offsets/consumer-offset.store.ts';
import type { OrphanedRecords } from '../offsets/source-agreement.ts';

/** Where this owner stands in one partition. Changed only after the transaction that says so has committed. */
export interface PartitionProgress {
  cursor: Cursor;
  /** Nothing is to be read before this offset, though no transaction has moved the cursor there (only markers lie between). */
  passedOver: bigint;
  /** The log's end, as last seen. */
  endOffset: bigint;
  /** Parked messages of the partition; may be too high after a replay elsewhere, never too low. */
  parked: number;
  /** Passed over. Absent: none are. */
  readonly orphaned?: OrphanedRecords;
  /** Of the database when it was claimed. */
  readonly timeline?: string;
  /** Epoch milliseconds of the last commit by this owner. */
  movedAt: number | undefined;
}

/** Totals of this process since its start. */
export interface ProjectionCounters {
  batches: number;
  transactions: number;
  messages: number;
  applied: number;
  parked: number;
  superseded: number;
  retries: number;
  fenced: number;
  readonly skipped: Map<string, number>;
}

export const createCounters = (): ProjectionCounters => ({
  batches: 0,
  transactions: 0,
  messages: 0,
  applied: 0,
  parked: 0,
  superseded: 0,
  retries: 0,
  fenced: 0,
  skipped: new Map(),
});

/** Where to read on. */
export const toPosition = ({ cursor }: PartitionProgress): Position => ({
  topic: cursor.identity.topic,
  partition: cursor.identity.partition,
  offset: cursor.nextOffset,
});
