import type { Transaction } from '@motcua/postgres';
import type { DelayRule } from './delay-rules.ts';

/** Whose failures are counted, and where: both as keyed hashes. */
export interface AttemptKey {
  readonly subject: Buffer;
  readonly place: Buffer;
}

export interface AttemptState {
  readonly failures: number;
  /** Until when nothing is tried; 0: there is nothing to wait for. */
  readonly waitSeconds: number;
}

/** What is known of failures there, which nobody else changes until the transaction ends. Those that are old enough are forgotten. */
export async function lockAttempts(transaction: Transaction, key: AttemptKey, rule: DelayRule): Promise<AttemptState> {
  await transaction.execute('INSERT INTO attempt (subject, place) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    key.subject,
    key.place,
  ]);
  const text = `SELECT CASE WHEN failed_at < clock_timestamp() - make_interval(secs => $3) THEN 0 ELSE failures END AS failures,
      greatest(0, extract(epoch FROM greatest(blocked_until, clock_timestamp()) - clock_timestamp()))::float8 AS wait
    FROM attempt WHERE subject = $1 AND place = $2 FOR UPDATE`;
  const parameters = [key.subject, key.place, rule.forgottenAfterSeconds];
  const [row] = await transaction.query<{ failures: number; wait: number }>({ name: 'attempt.lock', text }, parameters);
  if (row === undefined) throw new Error('the row that was just made is gone');
  return { failures: row.failures, waitSeconds: row.wait };
}

export async function putFailures(
  transaction: Transaction,
  { subject, place }: AttemptKey,
  { failures, waitSeconds }: AttemptState,
): Promise<void> {
  await transaction.execute(
    `UPDATE attempt SET failures = $3, failed_at = clock_timestamp(),
       blocked_until = CASE WHEN $4 > 0 THEN clock_timestamp() + make_interval(secs => $4) ELSE '-infinity' END
     WHERE subject = $1 AND place = $2`,
    [subject, place, failures, waitSeconds],
  );
}

export async function removeAttempts(transaction: Transaction, { subject, place }: AttemptKey): Promise<void> {
  await transaction.execute('DELETE FROM attempt WHERE subject = $1 AND place = $2', [subject, place]);
}

/** One failure less, where it was none after all. */
export async function takeBack(transaction: Transaction, { subject, place }: AttemptKey): Promise<void> {
  await transaction.execute(
    `UPDATE attempt SET failures = greatest(0, failures - 1), blocked_until = '-infinity' WHERE subject = $1 AND place = $2`,
    [subject, place],
  );
}

/** Everything that is known of failures with one name. */
export async function forgetSubject(transaction: Transaction, subject: Buffer): Promise<void> {
  await transaction.execute('DELETE FROM attempt WHERE subject = $1', [subject]);
}

/** From how many places each name has to wait at the moment. */
export async function countBlocked(transaction: Transaction, subjects: readonly Buffer[]): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction.query<{ subject: Buffer; places: number }>(
    'SELECT subject, count(*)::int AS places FROM attempt WHERE subject = ANY ($1) AND blocked_until > clock_timestamp() GROUP BY subject',
    [subjects],
  );
  return new Map(rows.map(({ subject, places }) => [subject.toString('base64'), places]));
}

export const forgetOldAttempts = (transaction: Transaction, afterSeconds: number): Promise<number> =>
  transaction.execute('DELETE FROM attempt WHERE failed_at < clock_timestamp() - make_interval(secs => $1)', [afterSeconds]);
