import type { LogProgress } from '@motcua/contracts';
import type { Transaction } from '@motcua/kafka';

/** Which of these sessions have ended on a partition: an event of theirs that comes now was parked and is replayed. */
export async function readEndedSessions(
  transaction: Transaction,
  partition: number,
  sessions: readonly string[],
): Promise<ReadonlySet<string>> {
  if (sessions.length === 0) return new Set();
  const rows = await transaction.query<{ session: string }>(
    'SELECT session FROM sla.ended_session WHERE partition = $1 AND session = ANY ($2::uuid[])',
    [partition, sessions],
  );
  return new Set(rows.map(({ session }) => session));
}

const read = `
INSERT INTO sla.reading AS reading (partition, current_at, next_within) VALUES ($1, $2, make_interval(secs => $3))
ON CONFLICT (partition) DO UPDATE SET current_at = greatest(reading.current_at, excluded.current_at), next_within = excluded.next_within`;

const end = `
INSERT INTO sla.ended_session (partition, session, ended_by, ended_at)
SELECT $1, session, ended_by, ended_at FROM unnest($2::uuid[], $3::text[], $4::timestamptz[]) AS given (session, ended_by, ended_at)
ON CONFLICT DO NOTHING`;

/** What the log says of itself: up to which moment it has been read with this record, and which sessions are over. */
export async function noteProgress(transaction: Transaction, partition: number, records: readonly LogProgress[]): Promise<void> {
  const known = records.findLast(({ recordedUpTo }) => recordedUpTo !== null);
  if (known !== undefined) await transaction.query(read, [partition, known.recordedUpTo, known.nextWithinSeconds]);
  const ended = records.flatMap(({ sessionsEnded }) => sessionsEnded);
  if (ended.length === 0) return;
  await transaction.query(end, [
    partition,
    ended.map(({ session }) => session),
    ended.map(({ endedBy }) => endedBy),
    ended.map(({ endedAt }) => endedAt),
  ]);
}
