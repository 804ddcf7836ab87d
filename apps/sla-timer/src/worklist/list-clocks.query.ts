import type { ClockState, SlaClock } from '@motcua/contracts';
import { Keyset, Parameters, type KeysetPosition, type KeysetRow, type Transaction } from '@motcua/postgres';
import { inState } from './clock-states.ts';
import { lineColumns, lineTables, type LineRow } from './clock-line.ts';
import { inScope, type Scope } from './scope.ts';

export interface ClockFilter extends Scope {
  readonly state: ClockState | undefined;
  readonly clock: SlaClock | undefined;
  /** Epoch milliseconds. */
  readonly asOf: number;
}

/** A clock that stands comes last. */
const byDue = new Keyset({
  due: [`coalesce(c.due, 'infinity')`, 'timestamptz'],
  dossierId: ['c.dossier_id', 'uuid'],
  clock: ['c.clock', 'sla.clock_name'],
});

/** Where a page ends. */
export interface ClockPosition {
  readonly due: string;
  readonly dossierId: string;
  readonly clock: SlaClock;
}

/** How many clocks there are, and a page of them in the order of their due moments. */
export async function listClocks(
  transaction: Transaction,
  filter: ClockFilter,
  { after, limit }: { readonly after: ClockPosition | undefined; readonly limit: number },
): Promise<{ count: number; rows: readonly LineRow[]; next: KeysetPosition<keyof ClockPosition> | null }> {
  const parameters = new Parameters();
  const asOf = `to_timestamp(${parameters.put(filter.asOf)}::float8 / 1000)`;
  const where = [...inScope(filter, parameters), inState(filter.state, asOf), `c.started_at <= ${asOf}`];
  if (filter.clock !== undefined) where.push(`c.clock = ${parameters.put(filter.clock)}::sla.clock_name`);
  const [counted] = await transaction.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM sla.clock c JOIN sla.dossier d USING (dossier_id) WHERE ${where.join(' AND ')}`,
    parameters.values,
  );
  const rows = await transaction.query<KeysetRow<LineRow & Record<string, unknown>, keyof ClockPosition>>(
    `SELECT ${lineColumns(asOf)}, ${byDue.columns} FROM ${lineTables}
     WHERE ${[...where, ...byDue.behind(after, parameters)].join(' AND ')} ${byDue.orderAndLimit(limit, parameters)}`,
    parameters.values,
  );
  const { page, next } = byDue.cut(rows, limit);
  return { count: counted?.count ?? 0, rows: page, next };
}
