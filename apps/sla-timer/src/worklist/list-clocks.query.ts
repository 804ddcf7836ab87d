import type { ClockState, SlaClock } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import { inState } from './clock-states.ts';
import { lineColumns, lineTables, type LineRow } from './clock-line.ts';
import { inScope, Parameters, type Scope } from './scope.ts';

export interface ClockFilter extends Scope {
  readonly state: ClockState | undefined;
  readonly clock: SlaClock | undefined;
  /** Epoch milliseconds. */
  readonly asOf: number;
}

/** Where a page ends: keyset of (due, dossier, clock); a clock that stands comes last. */
export interface ClockPosition {
  readonly due: string;
  readonly dossierId: string;
  readonly clock: SlaClock;
}

/** How many clocks there are, and a page of them in the order of their due moments. */
export async function listClocks(
  transaction: Transaction,
  filter: ClockFilter,
  page: { readonly after: ClockPosition | undefined; readonly limit: number },
): Promise<{ count: number; rows: readonly LineRow[]; next: ClockPosition | null }> {
  const parameters = new Parameters();
  const asOf = `to_timestamp(${parameters.put(filter.asOf)}::float8 / 1000)`;
  const where = [...inScope(filter, parameters), inState(filter.state, asOf), `c.started_at <= ${asOf}`];
  if (filter.clock !== undefined) where.push(`c.clock = ${parameters.put(filter.clock)}::sla.clock_name`);
  const [counted] = await transaction.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM sla.clock c JOIN sla.dossier d USING (dossier_id) WHERE ${where.join(' AND ')}`,
    parameters.values,
  );
  const key = `(coalesce(c.due, 'infinity'), c.dossier_id, c.clock)`;
  if (page.after !== undefined) {
    const { due, dossierId, clock } = page.after;
    where.push(
      `${key} > (${parameters.put(due)}::timestamptz, ${parameters.put(dossierId)}::uuid, ${parameters.put(clock)}::sla.clock_name)`,
    );
  }
  const rows = await transaction.query<LineRow & Record<string, unknown> & { key_due: string }>(
    `SELECT ${lineColumns(asOf)}, coalesce(c.due, 'infinity')::text AS key_due FROM ${lineTables}
     WHERE ${where.join(' AND ')} ORDER BY coalesce(c.due, 'infinity'), c.dossier_id, c.clock LIMIT ${parameters.put(page.limit + 1)}`,
    parameters.values,
  );
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  const next = last === undefined ? null : { due: last.key_due, dossierId: last.dossier_id, clock: last.clock };
  return { count: counted?.count ?? 0, rows: shown, next };
}
