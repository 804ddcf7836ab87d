import type { HeaderValue, IncomingMessage, MessageHeaders } from '../client/kafka-client.port.ts';
import type { PartitionIdentity } from '../offsets/consumer-offset.store.ts';
import { toSchemaName } from '../offsets/schema-name.ts';
import { holdsKey, type AfterParkingRule } from '../projection/after-parking.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { toStorableText } from './storable-text.ts';

/** A message to park and why. */
export interface Parking {
  readonly message: IncomingMessage;
  readonly reason: string;
  readonly step: string;
}

/** What the consumer does with `dlq_event`, always inside the transaction that moves its cursor. */
export class DeadLetterStore {
  readonly #table: string;

  constructor(schema: string) {
    this.#table = `${toSchemaName(schema)}.dlq_event`;
  }

  /**
   * Parks the messages. One that lies there already is met again because a cursor went back: it is parked again, with what is wrong with it
   * now, unless somebody has given it up.
   */
  async park(
    transaction: Transaction,
    { projection, clusterId, topicId, topic, partition }: PartitionIdentity,
    parkings: readonly Parking[],
  ): Promise<void> {
    const column = <Value>(read: (parking: Parking) => Value): Value[] => parkings.map(read);
    await transaction.query(
      `INSERT INTO ${this.#table} (projection, cluster_id, topic_id, topic, partition, "offset", key, payload, headers, published_at, reason, step)
       SELECT $1, $2, $3, $4, $5, parked.*
         FROM unnest($6::bigint[], $7::text[], $8::bytea[], $9::jsonb[], $10::timestamptz[], $11::text[], $12::text[]) AS parked
       ON CONFLICT (projection, cluster_id, topic_id, partition, "offset") DO UPDATE
         SET status = 'parked', reason = excluded.reason, step = excluded.step, parked_at = now(), resolved_at = NULL, resolved_by = NULL
         WHERE dlq_event.status IN ('superseded', 'replayed')`,
      [
        projection,
        clusterId,
        topicId,
        topic,
        partition,
        column(({ message }) => message.offset.toString()),
        column(({ message }) => findKeyText(message)),
        column(({ message }) => message.value),
        column(({ message }) => JSON.stringify(toHeaderTexts(message.headers))),
        column(({ message }) => new Date(message.timestamp).toISOString()),
        column(({ reason }) => toStorableText(reason)),
        column(({ step }) => step),
      ],
    );
  }

  /** How many of the partition's messages are parked, whatever their incarnation. */
  async countParked(transaction: Transaction, { projection, topic, partition }: PartitionIdentity): Promise<number> {
    const [row] = await transaction.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${this.#table} WHERE projection = $1 AND topic = $2 AND partition = $3 AND status = 'parked'`,
      [projection, topic, partition],
    );
    return row?.count ?? 0;
  }

  /**
   * Which of `keys` have a parked message that holds them: whatever its incarnation, but in a rebuild of that one alone (what the log parked
   * is in the event table too, and comes again).
   */
  async listHeldKeys(
    transaction: Transaction,
    { projection, clusterId, topicId, topic, partition }: PartitionIdentity,
    keys: readonly string[],
    { rule, isRebuild }: { readonly rule: AfterParkingRule; readonly isRebuild: boolean },
  ): Promise<Set<string>> {
    const rows = await transaction.query<{ key: string; payload: Buffer | null }>(
      `SELECT key, ${rule === 'hold' ? 'NULL::bytea AS payload' : 'payload'} FROM ${this.#table}
        WHERE projection = $1 AND topic = $2 AND partition = $3 AND status = 'parked' AND key = ANY($4::text[])
          AND (NOT $5 OR (cluster_id, topic_id) = ($6, $7))`,
      [projection, topic, partition, keys, isRebuild, clusterId, topicId],
    );
    const holding = rows.filter(({ key, payload: value }) => holdsKey(rule, { topic, key: Buffer.from(key), value }));
    return new Set(holding.map(({ key }) => key));
  }

  /**
   * After a rebuild: what was parked before the places from which the log is read on is settled, for the event table had it too. What that
   * rebuild parked itself (`run`, as the topic's id) stays.
   */
  async settleBefore(
    transaction: Transaction,
    cursors: readonly { readonly identity: PartitionIdentity; readonly nextOffset: bigint }[],
    run: string,
  ): Promise<void> {
    for (const { identity, nextOffset } of cursors) {
      const { projection, clusterId, topicId, topic, partition } = identity;
      await transaction.query(
        `UPDATE ${this.#table} SET status = 'superseded', resolved_at = now(), resolved_by = 'a rebuild'
          WHERE projection = $1 AND topic = $2 AND partition = $3 AND status = 'parked' AND topic_id <> $4
            AND ((cluster_id, topic_id) <> ($5, $6) OR "offset" < $7)`,
        [projection, topic, partition, run, clusterId, topicId, nextOffset.toString()],
      );
    }
  }

  /** Marks parked messages superseded whose key has a later message among `applied`. Answers how many. */
  async supersede(
    transaction: Transaction,
    { projection, clusterId, topicId, topic, partition }: PartitionIdentity,
    applied: readonly IncomingMessage[],
  ): Promise<number> {
    const keyed = applied.filter(({ key }) => key !== null);
    const rows = await transaction.query(
      `UPDATE ${this.#table} AS parked
          SET status = 'superseded', resolved_at = now(), resolved_by = 'a later message of the key'
         FROM (SELECT key, max("offset") AS "offset" FROM unnest($6::text[], $7::bigint[]) AS it (key, "offset") GROUP BY key) AS later
        WHERE parked.projection = $1 AND parked.topic = $4 AND parked.partition = $5 AND parked.status = 'parked'
          AND parked.key = later.key
          AND (parked."offset" < later."offset" OR (parked.cluster_id, parked.topic_id) <> ($2, $3))
        RETURNING 1`,
      [projection, clusterId, topicId, topic, partition, keyed.map(findKeyText), keyed.map(({ offset }) => offset.toString())],
    );
    return rows.length;
  }
}

/** The key as `dlq_event.key` holds it. */
export const findKeyText = ({ key }: IncomingMessage): string | null => (key === null ? null : toStorableText(key.toString()));

const toHeaderTexts = (headers: MessageHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [toStorableText(name), toHeaderText(value)]));

const toHeaderText = (value: HeaderValue | undefined): string =>
  toStorableText(isMany(value) ? value.map((it) => it.toString()).join(',') : (value?.toString() ?? ''));

const isMany = (value: HeaderValue | undefined): value is readonly (Buffer | string)[] => Array.isArray(value);
