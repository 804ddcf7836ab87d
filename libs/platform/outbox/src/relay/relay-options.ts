import type { Logger } from '@motcua/observability';
import type { AdminPort, ProducerPort } from '@motcua/kafka';
import type { LogPosition } from '../store/cursor.store.ts';

export type RelayRow = LogPosition & Readonly<Record<string, unknown>>;

export interface OutboxRecord {
  /** Where to; absent: the relay's `topic`. */
  readonly topic?: string;
  readonly key: string;
  readonly value: string | null;
  readonly headers?: Readonly<Record<string, string>>;
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
  readonly producer: Pick<ProducerPort, 'send'>;
  readonly log: Pick<AdminPort, 'listOffsets'>;
  readonly logger: Logger;
  /** The command that adopts a restored store, named when the relay refuses to go on; `motcua relay adopt <schema>` unless told. */
  readonly adoptCommand?: string;
  /** Rows a turn at most, 2,000 unless told. */
  readonly batchSize?: number;
  /** How often a standby asks for the lock, 250 ms unless told. */
  readonly standbyPollMs?: number;
  /** From which age on an open write transaction is reported, 5 s unless told. */
  readonly longTransactionMs?: number;
}
