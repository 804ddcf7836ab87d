import type { Transaction } from '@motcua/postgres';
import type { Answer } from './answer.ts';
import type { IdempotentRequest } from './idempotent-request.ts';

export type Finding =
  | { readonly kind: 'new' }
  | { readonly kind: 'stored'; readonly answer: Answer }
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'in-flight' };

const find = {
  name: 'idempotency.find',
  text: `SELECT pg_try_advisory_xact_lock(hashtextextended($1 || ' ' || $3, 7150921)) AS locked, k.request_hash, k.status, k.headers, k.body
         FROM (SELECT) AS always LEFT JOIN idempotency_key k ON k.actor = $1 AND k.key IN ($2, $3)`,
};
const insert = {
  name: 'idempotency.insert',
  text: 'INSERT INTO idempotency_key (actor, key, request_hash, status, headers, body) VALUES ($1, $2, $3, $4, $5, $6)',
};

interface Row {
  readonly locked: boolean;
  readonly request_hash: string | null;
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

/**
 * First statement of the work's transaction: reserves the key until it ends and looks for an answer. A twin that committed between
 * this statement's snapshot and its lock is not seen; then `storeAnswer` fails on the primary key (23505) and the work is undone.
 */
export async function findAnswer(
  transaction: Transaction,
  { actor, key, givenKey, requestHash }: IdempotentRequest,
): Promise<Finding> {
  const [row] = await transaction.query<Row>(find, [actor, key, givenKey]);
  if (row === undefined || !row.locked) return { kind: 'in-flight' };
  if (row.request_hash === null) return { kind: 'new' };
  if (row.request_hash !== requestHash) return { kind: 'key-reused' };
  const headers = JSON.parse(row.headers) as Record<string, string>;
  return { kind: 'stored', answer: { status: row.status, headers, body: JSON.parse(row.body) as unknown } };
}

/** Last statement of the work's transaction: the answer commits with the work or not at all. */
export async function storeAnswer(transaction: Transaction, request: IdempotentRequest, answer: Answer): Promise<void> {
  const { actor, key, requestHash } = request;
  const { status, headers = {}, body } = answer;
  await transaction.execute(insert, [actor, key, requestHash, status, JSON.stringify(headers), JSON.stringify(body ?? null)]);
}

/** Forgets answers older than `hours`, at most 1,000 at a time so that the transaction stays short. @returns how many went */
export async function forgetOldAnswers(transaction: Transaction, hours: number): Promise<number> {
  return transaction.execute(
    `DELETE FROM idempotency_key WHERE ctid IN
       (SELECT ctid FROM idempotency_key WHERE created_at < now() - make_interval(hours => $1) ORDER BY created_at LIMIT 1000)`,
    [hours],
  );
}
