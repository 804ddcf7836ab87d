import { timelineSql, type Queryable, type Transaction } from '@motcua/postgres';
import type { StoredPosition } from './check-position.ts';
import { toSchemaName } from './schema-name.ts';

/** A partition of one particular incarnation of a topic. */
export interface PartitionIdentity {
  readonly projection: string;
  readonly clusterId: string;
  readonly topicId: string;
  readonly topic: string;
  readonly partition: number;
}

/** A claim of a cursor, and in which history of the database it was made. */
interface ClaimedPosition extends StoredPosition {
  readonly timeline: string;
}

export interface Cursor extends StoredPosition {
  readonly identity: PartitionIdentity;
}

interface Row {
  readonly next_offset: string;
  readonly epoch: string;
}

/** Reads and moves the rows of `consumer_offset`. Every method runs inside the caller's transaction. */
export class ConsumerOffsetStore {
  readonly #table: string;

  constructor(schema: string) {
    this.#table = `${toSchemaName(schema)}.consumer_offset`;
  }

  /** Where the projection stands, without claiming. */
  async find(transaction: Transaction, identity: PartitionIdentity): Promise<StoredPosition | undefined> {
    const [row] = await transaction.query<Row>(
      `SELECT next_offset, epoch FROM ${this.#table}
        WHERE projection = $1 AND cluster_id = $2 AND topic_id = $3 AND partition = $4`,
      toKey(identity),
    );
    return row === undefined ? undefined : toPosition(row);
  }

  /** Where the projection stands in several partitions, one answer each and in their order. One statement: status asks it all day. */
  async findAll(database: Queryable, identities: readonly PartitionIdentity[]): Promise<(StoredPosition | undefined)[]> {
    const rows = await database.query<Row & { readonly ordinal: string }>(
      `SELECT asked.ordinal, stored.next_offset, stored.epoch
         FROM unnest($1::text[], $2::text[], $3::text[], $4::int[]) WITH ORDINALITY AS asked (projection, cluster_id, topic_id, partition, ordinal)
         JOIN ${this.#table} AS stored USING (projection, cluster_id, topic_id, partition)`,
      [
        identities.map(({ projection }) => projection),
        identities.map(({ clusterId }) => clusterId),
        identities.map(({ topicId }) => topicId),
        identities.map(({ partition }) => partition),
      ],
    );
    const found = new Map(rows.map((row) => [Number(row.ordinal), toPosition(row)]));
    return identities.map((_, index) => found.get(index + 1));
  }

  /** Has the projection read another incarnation of this topic? */
  async hasOtherIncarnation(
    transaction: Transaction,
    { projection, topic, clusterId, topicId }: PartitionIdentity,
  ): Promise<boolean> {
    const rows = await transaction.query(
      `SELECT 1 FROM ${this.#table} WHERE projection = $1 AND topic = $2 AND (cluster_id, topic_id) <> ($3, $4) LIMIT 1`,
      [projection, topic, clusterId, topicId],
    );
    return rows.length > 0;
  }

  /**
   * Makes `owner` the only one who may move this cursor. Waits for a transaction of the former owner that is under way (it holds
   * the row), and makes every later one of his fail. `firstOffset` is used when the partition was never read.
   */
  async claim(
    transaction: Transaction,
    identity: PartitionIdentity,
    owner: string,
    firstOffset: bigint,
  ): Promise<ClaimedPosition> {
    const [row] = await transaction.query<Row & { readonly timeline: string }>(
      `INSERT INTO ${this.#table} AS stored (projection, cluster_id, topic_id, partition, topic, next_offset, epoch, owner, timeline)
       VALUES ($1, $2, $3, $4, $5, $6, 1, $7, ${timelineSql})
       ON CONFLICT (projection, cluster_id, topic_id, partition)
         DO UPDATE SET epoch = stored.epoch + 1, owner = excluded.owner, timeline = excluded.timeline
       RETURNING next_offset, epoch, timeline`,
      [...toKey(identity), identity.topic, firstOffset.toString(), owner],
    );
    if (row === undefined) throw new Error('claiming a cursor returned no row');
    return { ...toPosition(row), timeline: row.timeline };
  }

  /**
   * Moves the cursor if nobody else has since it was claimed, in the same history of the database: in a restored one, or on a standby that took over, the row
   * may say what it said long ago. The row stays locked until the transaction ends, so this comes
   * *first* in it: a zombie waits here, then is refused, and never runs beside the new owner. Answers whether it moved.
   */
  async move(transaction: Transaction, { identity, nextOffset, epoch }: Cursor, to: bigint): Promise<boolean> {
    const rows = await transaction.query(
      `UPDATE ${this.#table} SET next_offset = $5, moved_at = now()
        WHERE projection = $1 AND cluster_id = $2 AND topic_id = $3 AND partition = $4 AND next_offset = $6 AND epoch = $7
          AND timeline = ${timelineSql}
        RETURNING 1`,
      [...toKey(identity), to.toString(), nextOffset.toString(), epoch.toString()],
    );
    return rows.length > 0;
  }

  /** Locks the cursor without moving it, of whatever incarnation: a replay then runs beside no batch of its partition. */
  async lock(
    transaction: Transaction,
    { projection, topic, partition }: Pick<PartitionIdentity, 'projection' | 'topic' | 'partition'>,
  ): Promise<void> {
    await transaction.query(
      `SELECT 1 FROM ${this.#table} WHERE projection = $1 AND topic = $2 AND partition = $3
        ORDER BY cluster_id, topic_id FOR UPDATE`,
      [projection, topic, partition],
    );
  }

  /** When the projection last moved on in this partition of the topic, of whatever incarnation but `except`; null: it never did. Epoch ms. */
  async findMovedAt(
    transaction: Transaction,
    { projection, topic, partition }: PartitionIdentity,
    except: string,
  ): Promise<number | null> {
    const [row] = await transaction.query<{ moved_at: Date | null }>(
      `SELECT max(moved_at) AS moved_at FROM ${this.#table}
        WHERE projection = $1 AND topic = $2 AND partition = $3 AND cluster_id <> $4`,
      [projection, topic, partition, except],
    );
    return row?.moved_at?.getTime() ?? null;
  }

  /**
   * Sets where the projection stands, as a rebuild does in the transaction that swaps its tables in: positions of other
   * incarnations are forgotten, and running consumers are refused (epoch) and read on from here.
   */
  async overwrite(
    transaction: Transaction,
    cursors: readonly { identity: PartitionIdentity; nextOffset: bigint }[],
  ): Promise<void> {
    for (const { identity, nextOffset } of cursors) {
      await transaction.query(
        `DELETE FROM ${this.#table} WHERE projection = $1 AND topic = $2 AND (cluster_id, topic_id) <> ($3, $4)`,
        [identity.projection, identity.topic, identity.clusterId, identity.topicId],
      );
      await transaction.query(
        `INSERT INTO ${this.#table} AS stored (projection, cluster_id, topic_id, partition, topic, next_offset, epoch, owner)
         VALUES ($1, $2, $3, $4, $5, $6, 1, 'rebuild')
         ON CONFLICT (projection, cluster_id, topic_id, partition)
           DO UPDATE SET next_offset = excluded.next_offset, epoch = stored.epoch + 1, owner = excluded.owner, moved_at = now()`,
        [...toKey(identity), identity.topic, nextOffset.toString()],
      );
    }
  }
}

const toKey = ({ projection, clusterId, topicId, partition }: PartitionIdentity): unknown[] => [
  projection,
  clusterId,
  topicId,
  partition,
];
const toPosition = (row: Row): StoredPosition => ({ nextOffset: BigInt(row.next_offset), epoch: BigInt(row.epoch) });
