import type { Queryable } from '../../database/queryable.ts';
import type { Slot } from '../slot.ts';
import { factColumns, type FactRow } from './fact-columns.ts';

const columns = Object.entries(factColumns);
const names = columns.map(([name]) => name).join(', ');
const values = columns.map(([, { type }], index) => `unnest($${index + 1}::${type}[])`).join(', ');
const assignments = columns.map(([name]) => `${name} = excluded.${name}`).join(', ');

/** Inserts or replaces rows; sorted by dossier, so that two writers lock in one order. */
export async function writeFacts(database: Queryable, slot: Slot, rows: readonly FactRow[]): Promise<void> {
  await database.query(
    `INSERT INTO kpi.fact_${slot} (${names}) SELECT ${values}
     ON CONFLICT (dossier_id, span) DO UPDATE SET ${assignments}`,
    columns.map(([, { toArray }]) => toArray(rows)),
  );
}

/** A correction may take back a move: the dossier then has fewer spans than before. */
export async function deleteSpansFrom(
  database: Queryable,
  slot: Slot,
  surplus: readonly { dossierId: string; from: number }[],
): Promise<void> {
  if (surplus.length === 0) return;
  await database.query(
    `DELETE FROM kpi.fact_${slot} fact USING unnest($1::uuid[], $2::int[]) AS gone (dossier_id, span)
     WHERE fact.dossier_id = gone.dossier_id AND fact.span >= gone.span`,
    [surplus.map(({ dossierId }) => dossierId), surplus.map(({ from }) => from)],
  );
}
