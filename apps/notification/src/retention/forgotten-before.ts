import { archiveCluster } from '@motcua/kafka';
import type { Queryable } from '@motcua/postgres';

/** A rebuild asks for the notices of the seven days before the log was last read (`leave-out-told.ts`); a day more for clocks that differ. */
const ASKED_FOR_AGAIN = "interval '8 days'";

/**
 * Before the end of the term, and before whatever a rebuild may ask for: a service that was away for a year finds what it told in its last
 * week, else it would tell it again. How far a rebuild has come in the event table says nothing of the log. Of a partition that was never read there is nothing to ask for.
 */
const moveStatement = `
UPDATE notification.forgotten SET before = greatest(before, least(
  notification.clock_now() - $1::integer * interval '1 day',
  (SELECT min(read_at) - ${ASKED_FOR_AGAIN} + (notification.clock_now() - statement_timestamp()) FROM (
     SELECT max(moved_at) AS read_at FROM notification.consumer_offset
     WHERE projection = 'notification.sla' AND cluster_id <> $2 GROUP BY partition
   ) AS partition)
)) RETURNING before`;

/** Sets, in the transaction that deletes them, up to when notices may be gone; never back. */
export async function moveForgottenBefore(database: Queryable, days: number): Promise<Date> {
  const [row] = await database.query<{ before: Date }>(moveStatement, [days, archiveCluster]);
  if (row === undefined) throw new Error('notification.forgotten has lost its row');
  return row.before;
}

/**
 * Epoch ms; what was said before may have been told, and nobody can tell any more. In a transaction it stays so until that ends: what is looked for
 * behind it is not forgotten meanwhile.
 */
export async function readForgottenBefore(database: Queryable): Promise<number> {
  const [row] = await database.query<{ ms: number }>(
    `SELECT extract(epoch FROM greatest(before, 'epoch'::timestamptz))::float8 * 1000 AS ms FROM notification.forgotten FOR SHARE`,
  );
  if (row === undefined) throw new Error('notification.forgotten has lost its row');
  return row.ms;
}
