import type { Logger } from '@motcua/observability';
import type { KafkaClientPort, OutgoingRecord, ProducerPort } from '@motcua/kafka';
import type { LogPosition } from '../store/cursor.store.ts';

export type RelayRow = LogPosition & Readonly<Record<string, unknown>>;

export interface OutboxRecord {
  /** Where to; absent: the relay's `topic`. */
  readonly topic?: string;
  readonly key: string;
  readonly value: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How far the log goes, for one partition of it. */
export interface Progress {
  readonly partition: number;
  /** Everything committed before this moment (ISO 8601, the database’s clock) lies before the record; null: not known yet. */
  readonly recordedUpTo: string | null;
  /** An offset of this partition, decimal, that the log had given out before it; null: none is known. One that comes to lie there again lies in a log that lost its end. */
  readonly lastOffset: string | null;
  /** The next one comes within this time, also when nothing happens. */
  readonly nextWithinMs: number;
  /** The marks passed since the last one: everything committed before them lies before the record. */
  readonly marks: readonly RelayRow[];
  /** No other record of this relay has it. */
  readonly id: string;
}

export interface ProgressOptions {
  /** Rows that are not published themselves but named by the progress record behind them. */
  readonly isMark: (row: RelayRow) => boolean;
  readonly toRecord: (progress: Progress) => Pick<OutgoingRecord, 'value' | 'headers'>;
  /** At most so often while events are published, 1 s unless told. */
  readonly busyEveryMs?: number;
  /** So often when nothing happens, 10 s unless told. */
  readonly idleEveryMs?: number;
}

export interface RelayOptions {
  /** The runtime role's DATABASE_URL: the relay holds one connection of its own, whose session owns the lock. */
  readonly url: string;
  /** Where `outboxTables` were created. */
  readonly schema: string;
  /** The relay's name: one cursor, one lock. Two relays of one schema need two names. */
  readonly name: string;
  /** The event table, with its schema. */
  readonly table: string;
  /** Further columns `toRecord` needs, as SQL; select json as text, it is published as it stands: `['dossier_id', 'body::text AS body']`. */
  readonly columns: readonly string[];
  readonly toRecord: (row: RelayRow) => OutboxRecord;
  readonly topic: string;
  /** Where rows name their own: all of them. */
  readonly topics?: readonly string[];
  /** They keep the last record of each key: what is void there is deleted, and all rows are published again. */
  readonly isCompacted?: boolean;
  /** Progress records on every partition of `topic`; absent: none are written. */
  readonly progress?: ProgressOptions;
  readonly producer: Pick<ProducerPort, 'send'>;
  /** Asks for the ends of the log, and reads its last records. */
  readonly client: Pick<KafkaClientPort, 'admin' | 'createConsumer'>;
  readonly logger: Logger;
  /** The command that adopts a restored store, named when the relay refuses to go on; `motcua relay adopt <schema>` unless told. */
  readonly adoptCommand?: string;
  /** Rows a turn at most, 2,000 unless told. */
  readonly batchSize?: number;
  /** How often to look without being woken, 1 s unless told. */
  readonly idlePollMs?: number;
  /** How often to look whether the log still has its end, 10 s unless told. */
  readonly logEndEveryMs?: number;
  /** How often a standby asks for the lock, 250 ms unless told. */
  readonly standbyPollMs?: number;
  /** How long its connection may be silent before it is given up, on both ends, 15 s unless told. */
  readonly sessionTimeoutMs?: number;
  /** From which age on an open write transaction is reported, 5 s unless told. */
  readonly longTransactionMs?: number;
}
