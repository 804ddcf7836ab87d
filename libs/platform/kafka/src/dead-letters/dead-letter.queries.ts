import { toSchemaName } from '../offsets/schema-name.ts';
import type { Transaction } from '../transactions/transaction.ts';
import type { DeadLetter, DeadLetterDetail, DeadLetterFilter, DeadLetterPage, DeadLetterStatus } from './dead-letter.ts';

const defaultLimit = 50;
const maxLimit = 500;

const columns = `id, projection, topic, partition, "offset", key, reason, step, status, published_at, parked_at, attempts, last_error, resolved_at, resolved_by`;

type Unchanged = 'id' | 'projection' | 'topic' | 'partition' | 'offset' | 'key' | 'reason' | 'step' | 'status' | 'attempts';

interface Row extends Pick<DeadLetter, Unchanged> {
  readonly published_at: Date;
  readonly parked_at: Date;
  readonly last_error: string | null;
  readonly resolved_at: Date | null;
  readonly resolved_by: string | null;
}

/** A row with everything a replay needs. */
export interface StoredDeadLetter extends Row {
  readonly cluster_id: string;
  readonly topic_id: string;
  readonly payload: Buffer | null;
  readonly headers: Record<string, string>;
}

const isId = (id: string): boolean => /^\d{1,18}$/.test(id);

/** A page of dead letters, newest first. */
export async function listDeadLetters(
  transaction: Transaction,
  schema: string,
  filter: DeadLetterFilter,
): Promise<DeadLetterPage> {
  const limit = Math.min(maxLimit, Math.max(1, filter.limit ?? defaultLimit));
  const rows = await transaction.query<Row>(
    `SELECT ${columns} FROM ${toSchemaName(schema)}.dlq_event
      WHERE ($1::text IS NULL OR projection = $1) AND ($2::text IS NULL OR status = $2) AND ($3::text IS NULL OR topic = $3)
        AND ($4::text IS NULL OR key = $4) AND ($5::bigint IS NULL OR id < $5)
      ORDER BY id DESC LIMIT $6`,
    [
      filter.projection ?? null,
      filter.status ?? null,
      filter.topic ?? null,
      filter.key ?? null,
      filter.before !== undefined && isId(filter.before) ? filter.before : null,
      limit + 1,
    ],
  );
  const deadLetters = rows.slice(0, limit).map(toDeadLetter);
  return { deadLetters, next: rows.length > limit ? (deadLetters.at(-1)?.id ?? null) : null };
}

/** How many messages of a projection are parked: what figures lack. */
export async function countParked(transaction: Transaction, schema: string, projection: string): Promise<number> {
  const [row] = await transaction.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${toSchemaName(schema)}.dlq_event WHERE projection = $1 AND status = 'parked'`,
    [projection],
  );
  return row?.count ?? 0;
}

export async function findStoredDeadLetter(
  transaction: Transaction,
  schema: string,
  id: string,
  lock: 'FOR UPDATE' | '' = '',
): Promise<StoredDeadLetter | undefined> {
  if (!isId(id)) return undefined;
  const [row] = await transaction.query<StoredDeadLetter>(
    `SELECT ${columns}, cluster_id, topic_id, payload, headers FROM ${toSchemaName(schema)}.dlq_event WHERE id = $1 ${lock}`,
    [id],
  );
  return row;
}

/** What lies parked before a row in its partition, of the same key, in the order of the log; another incarnation of the topic by when it was parked. */
export async function listEarlierParked(
  transaction: Transaction,
  schema: string,
  { id, projection, topic, partition, key, cluster_id: clusterId, topic_id: topicId, offset }: StoredDeadLetter,
): Promise<readonly StoredDeadLetter[]> {
  return transaction.query<StoredDeadLetter>(
    `SELECT ${columns}, cluster_id, topic_id, payload, headers FROM ${toSchemaName(schema)}.dlq_event
      WHERE projection = $1 AND topic = $2 AND partition = $3 AND key = $4 AND status = 'parked'
        AND CASE WHEN (cluster_id, topic_id) = ($5, $6) THEN "offset" < $7::bigint ELSE id < $8::bigint END
      ORDER BY id`,
    [projection, topic, partition, key, clusterId, topicId, offset, id],
  );
}

/** Settles a parked row for good. */
export async function resolveDeadLetter(
  transaction: Transaction,
  schema: string,
  { id, status, by }: { id: string; status: DeadLetterStatus; by: string },
): Promise<void> {
  await transaction.query(
    `UPDATE ${toSchemaName(schema)}.dlq_event SET status = $2, resolved_at = now(), resolved_by = $3 WHERE id = $1`,
    [id, status, by],
  );
}

/** Notes a replay that failed; the row stays parked. */
export async function noteFailedAttempt(transaction: Transaction, schema: string, id: string, error: string): Promise<void> {
  await transaction.query(`UPDATE ${toSchemaName(schema)}.dlq_event SET attempts = attempts + 1, last_error = $2 WHERE id = $1`, [
    id,
    error,
  ]);
}

export const toDeadLetter = (row: Row): DeadLetter => ({
  id: row.id,
  projection: row.projection,
  topic: row.topic,
  partition: row.partition,
  offset: row.offset,
  key: row.key,
  reason: row.reason,
  step: row.step,
  status: row.status,
  publishedAt: row.published_at.toISOString(),
  parkedAt: row.parked_at.toISOString(),
  attempts: row.attempts,
  lastError: row.last_error,
  resolvedAt: row.resolved_at?.toISOString() ?? null,
  resolvedBy: row.resolved_by,
});

export const toDeadLetterDetail = (row: StoredDeadLetter): DeadLetterDetail => ({
  ...toDeadLetter(row),
  payload: row.payload?.toString() ?? null,
  headers: row.headers,
});
