import type { ImportSessionClocks } from '@motcua/contracts';
import { findRelayCursor, isAtOrBeyond } from '@motcua/outbox';
import { toTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { schema } from '../../config.ts';
import { relayName } from '../../clocks/firing/sla-events.relay.ts';

interface Found extends Record<string, unknown> {
  readonly held: number;
  readonly isReleased: boolean;
  readonly unclassified: boolean;
  readonly due: boolean;
  readonly end: { readonly xid: string; readonly position: string } | null;
}

const find = `
SELECT (SELECT count(*)::int FROM sla.clock WHERE import_session = $1) AS held,
  (SELECT count(*) FROM sla.ended_session WHERE session = $1 AND released_at IS NOT NULL) >= (SELECT greatest(count(*), 1) FROM sla.reading) AS "isReleased",
  EXISTS (SELECT FROM sla.unjudged) AS unclassified,
  EXISTS (SELECT FROM sla.clock WHERE next_at <= sla.clock_now()) AS due,
  (SELECT json_build_object('xid', xid::text, 'position', position::text) FROM sla.event ORDER BY event.xid DESC, event.position DESC LIMIT 1) AS "end"`;

/** How the clocks of an import session stand; one that is not known here holds none and is not settled. */
export async function findSessionClocks(pool: Pool, session: string): Promise<ImportSessionClocks> {
  const transaction = toTransaction(pool);
  const [found] = await transaction.query<Found>(find, [session]);
  if (found === undefined) throw new Error('a SELECT without FROM returned no row');
  const { held, isReleased, unclassified, due, end } = found;
  // Read after the end was: what it has passed lies at or beyond it.
  const relay = await findRelayCursor(transaction, schema, relayName);
  const isPublished = end === null || (relay !== undefined && isAtOrBeyond(relay, end));
  return { session, held, isSettled: isReleased && held === 0 && !unclassified && !due && isPublished };
}
