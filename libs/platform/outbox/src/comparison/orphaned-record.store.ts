import type { Transaction } from '@motcua/postgres';
import type { RecordSummary } from './record-identity.ts';

/** A record of the log whose event the table has not. */
export interface OrphanedRecord extends RecordSummary {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  /** SHA-256 of its value, hexadecimal. */
  readonly digest: string;
  /** Null: a control record. */
  readonly key: string | null;
}

/** What a relay found when it compared, and for which cluster it agrees. On the relay's own connection. */
export class OrphanedRecordStore {
  constructor(
    private readonly transaction: Transaction,
    private readonly schema: string,
    private readonly relay: string,
  ) {}

  /** Notes what was found instead of what was found before and not settled. @returns events that nobody has settled */
  async note(orphans: readonly OrphanedRecord[]): Promise<number> {
    const table = `${this.schema}.orphaned_record`;
    await this.transaction.execute(`DELETE FROM ${table} WHERE relay = $1 AND settled_at IS NULL`, [this.relay]);
    if (orphans.length === 0) return 0;
    const column = <Value>(read: (orphan: OrphanedRecord) => Value): Value[] => orphans.map(read);
    await this.transaction.execute(
      `INSERT INTO ${table} (relay, topic, partition, "offset", digest, key, event_id, type, version, occurred_at, recorded_at)
       SELECT $1, * FROM unnest($2::text[], $3::int[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[], $10::text[], $11::text[])
       ON CONFLICT DO NOTHING`,
      [
        this.relay,
        column(({ topic }) => topic),
        column(({ partition }) => partition),
        column(({ offset }) => offset.toString()),
        column(({ digest }) => digest),
        column(({ key }) => key),
        column(({ eventId }) => eventId),
        column(({ type }) => type),
        column(({ version }) => version),
        column(({ occurredAt }) => occurredAt),
        column(({ recordedAt }) => recordedAt),
      ],
    );
    const [row] = await this.transaction.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${table} WHERE relay = $1 AND settled_at IS NULL AND key IS NOT NULL`,
      [this.relay],
    );
    return row?.count ?? 0;
  }

  /** For which cluster and timeline a topic was compared last, or undefined. */
  async findCluster(topic: string): Promise<string | undefined> {
    const text = `SELECT cluster FROM ${this.schema}.log_agreement WHERE topic = $1`;
    const [row] = await this.transaction.query<{ cluster: string }>(text, [topic]);
    return row?.cluster;
  }

  /** From now on consumers may read these topics. */
  async agree(topics: readonly string[], cluster: string): Promise<void> {
    await this.transaction.execute(
      `INSERT INTO ${this.schema}.log_agreement (topic, cluster) SELECT topic, $2 FROM unnest($1::text[]) AS topic
       ON CONFLICT (topic) DO UPDATE SET cluster = excluded.cluster, agreed_at = now()`,
      [topics, cluster],
    );
  }
}
