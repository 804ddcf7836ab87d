import type { ApplyContext } from '@motcua/kafka';
import type { Queryable } from '@motcua/postgres';
import { readForgottenBefore } from '../../retention/forgotten-before.ts';
import type { SlaNews } from './parse-sla-event.ts';

/** A recovery is said when a click is recorded, which may be days behind the moment that the event bears. */
const SAID_LATE_MS = 7 * 24 * 3_600_000;

/**
 * Leaves out alerts that somebody may have been told of and whose proof is gone, whatever brings them again: a rebuild, or a relay that
 * publishes its history anew. Of what a rebuild reads again those stay of which nobody can have been told: what was said before the log was
 * last read, and anything of which there is a notice, was planned then, by the rules of then. Who never read the log tells nothing of its
 * past.
 */
export async function leaveOutTold(
  database: Queryable,
  news: readonly SlaNews[],
  { mode, lastReadAt = null }: Pick<ApplyContext, 'mode' | 'lastReadAt'>,
): Promise<readonly SlaNews[]> {
  const forgottenBefore = await readForgottenBefore(database);
  const remembered = news.filter(({ saidAt }) => saidAt >= forgottenBefore);
  if (mode !== 'rebuild') return remembered;
  if (lastReadAt === null) return [];
  const recent = remembered.filter(({ saidAt }) => saidAt > lastReadAt - SAID_LATE_MS);
  const rows = await database.query<{ event_id: string }>(
    'SELECT DISTINCT event_id FROM notification.notice WHERE event_id = ANY ($1::text[])',
    [recent.map(({ id }) => id)],
  );
  const told = new Set(rows.map(({ event_id: id }) => id));
  return recent.filter(({ id }) => !told.has(id));
}
