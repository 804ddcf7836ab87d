import type { KnownDossier } from '@motcua/dossier';
import { storeIdSql } from '@motcua/outbox';
import type { Transaction } from '@motcua/postgres';
import { schema } from '../config.ts';
import { findDestination } from './find-destination.ts';
import { plan, type PlannedDossier, type StoredReform } from './reform.store.ts';
import { SuccessionOfUnits } from './succession-of-units.ts';

/** Events a look. */
const WINDOW = 5_000;
/** Positions are of one store: after a restore or a failover all events have other ones, and new transactions lower ids than were seen before. */
const store = storeIdSql(schema);

/** From here on events are looked through; what was committed before is found by the plan. */
export async function beginSweep(transaction: Transaction, id: string): Promise<void> {
  await transaction.execute(
    `UPDATE reform SET swept_xid = pg_snapshot_xmin(pg_current_snapshot()), swept_position = 0, swept_store = ${store}
     WHERE id = $1 AND swept_xid IS NULL`,
    [id],
  );
}

/**
 * Plans the dossiers that came to a unit after its end: a legacy system reported them late, an instance had not learnt of the end, a
 * correction named it. Looks through events in the order in which they were committed, once each; in a store that was adopted from the
 * beginning, where nothing moves twice.
 *
 * @returns whether there may be more to look at, or something was planned
 */
export async function sweepEvents(transaction: Transaction, reform: StoredReform): Promise<boolean> {
  const [window] = await transaction.query<{ xid: string; position: string; seen: number; ids: string[] }>(
    `WITH reform AS MATERIALIZED (
       SELECT CASE WHEN swept_store = ${store} THEN swept_xid ELSE '0'::xid8 END AS swept_xid,
         CASE WHEN swept_store = ${store} THEN swept_position ELSE 0 END AS swept_position
       FROM reform WHERE id = $1 AND state IN ('applied', 'confirmed') FOR UPDATE),
      passed AS MATERIALIZED (
       SELECT e.xid, e.position, e.dossier_id FROM event e, reform r
       WHERE (e.xid, e.position) > (r.swept_xid, r.swept_position) AND e.xid < pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY e.xid, e.position LIMIT ${String(WINDOW)})
     SELECT (SELECT xid::text FROM passed ORDER BY xid DESC, position DESC LIMIT 1) AS xid,
       (SELECT position::text FROM passed ORDER BY xid DESC, position DESC LIMIT 1) AS position,
       count(*)::int AS seen, array_agg(DISTINCT dossier_id::text) AS ids FROM passed HAVING count(*) > 0`,
    [reform.id],
  );
  if (window === undefined) return false;
  const planned = await listArrived(transaction, reform, window.ids);
  await plan(transaction, reform.id, planned);
  await transaction.execute(`UPDATE reform SET swept_xid = $2::xid8, swept_position = $3, swept_store = ${store} WHERE id = $1`, [
    reform.id,
    window.xid,
    window.position,
  ]);
  return window.seen === WINDOW || planned.length > 0;
}

async function listArrived(transaction: Transaction, reform: StoredReform, ids: readonly string[]): Promise<PlannedDossier[]> {
  const rows = await transaction.query<{ state: KnownDossier }>(
    `SELECT state FROM dossier WHERE dossier_id = ANY ($1::uuid[]) AND (responsible_unit = ANY ($2::text[]) OR handling_unit = ANY ($2::text[]))`,
    [ids, reform.ending],
  );
  return listToPlan(
    rows.map(({ state }) => state),
    reform,
  );
}

/** Of dossiers of the units that end: those that move, and those that nobody goes on with. */
export function listToPlan(
  dossiers: readonly KnownDossier[],
  { document, ending, effectiveAt }: Pick<StoredReform, 'document' | 'ending' | 'effectiveAt'>,
): PlannedDossier[] {
  const succession = new SuccessionOfUnits(document);
  const ended = new Set(ending);
  return dossiers.flatMap((dossier) => {
    const destination = findDestination(dossier, succession, ended, effectiveAt);
    if (destination === undefined) return [];
    return [{ dossierId: dossier.id, state: destination.kind === 'moves' ? 'planned' : 'unmapped' } as const];
  });
}
