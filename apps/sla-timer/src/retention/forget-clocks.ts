import type { Transaction } from '@motcua/postgres';
import type { RetentionBatch } from '@motcua/service';

/**
 * Forgets, of the next so many dossiers, what their clocks did and said where they were over longer ago than the term (`sla.over_at`): lines
 * of the history of clocks, and alerts of the event table. What else was said stays: figures are rebuilt and verified from it. Clocks
 * themselves and dossiers stay too: by them a rebuild knows what it has.
 */
export async function forgetClocks(
  transaction: Transaction,
  { months, after, limit }: { readonly months: number; readonly after: string | null; readonly limit: number },
): Promise<RetentionBatch> {
  const rows = await transaction.query<{ id: string; is_over: boolean; before: Date }>(findNext, [
    after ?? noDossier,
    limit,
    months,
  ]);
  const last = rows.at(-1);
  if (last === undefined) return { next: null, deleted: {} };
  const ids = rows.flatMap(({ id, is_over: isOver }) => (isOver ? [id] : []));
  const next = rows.length < limit ? null : last.id;
  if (ids.length === 0) return { next, deleted: {} };
  const [alerts] = await transaction.query<{ count: number }>('SELECT sla.forget_alerts($1::uuid[], $2) AS count', [
    ids,
    last.before,
  ]);
  const lines = await transaction.execute('DELETE FROM sla.clock_history WHERE dossier_id = ANY ($1::uuid[])', [ids]);
  return { next, deleted: { event: alerts?.count ?? 0, clock_history: lines } };
}

/** Before any. */
const noDossier = '00000000-0000-0000-0000-000000000000';

const findNext = `
SELECT dossier_id AS id, before, coalesce(sla.over_at(dossier) < before, false) AS is_over
FROM sla.dossier, (SELECT sla.clock_now() - $3::integer * interval '1 month' AS before) AS term
WHERE dossier_id > $1::uuid ORDER BY dossier_id LIMIT $2`;
