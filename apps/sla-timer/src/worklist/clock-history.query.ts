import type { DossierClocks } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import { lineColumns, lineTables, type LineRow } from './clock-line.ts';

type Transition = DossierClocks['clocks'][number]['history'][number];

interface HistoryRow extends Record<string, unknown> {
  readonly clock: string;
  readonly generation: number;
  readonly at: Date;
  readonly what: Transition['what'];
  readonly due: Date | null;
  readonly escalation: string | null;
  readonly because: string | null;
}

/** The clocks of a dossier, in the order of the rules. */
export const readLines = (transaction: Transaction, dossierId: string, asOf: number): Promise<LineRow[]> =>
  transaction.query<LineRow & Record<string, unknown>>(
    `SELECT ${lineColumns('to_timestamp($2::float8 / 1000)')} FROM ${lineTables} WHERE c.dossier_id = $1 ORDER BY c.clock`,
    [dossierId, asOf],
  );

/** What became of each generation, by clock, in the order in which it became known. */
export async function readHistory(transaction: Transaction, dossierId: string): Promise<ReadonlyMap<string, Transition[]>> {
  const rows = await transaction.query<HistoryRow>(
    `SELECT id, clock, generation, at, CASE what WHEN 'armed' THEN 'scheduled' ELSE what END AS what, due, NULL AS escalation, because
     FROM sla.clock_history WHERE dossier_id = $1
     UNION ALL
     SELECT position, clock, generation, fired_at, 'alerted', due, ladder.rungs[sla.rung_place(rung) + 1], NULL
     FROM sla.event JOIN sla.ladder ON ladder.id = event.ladder WHERE dossier_id = $1
     ORDER BY 1`,
    [dossierId],
  );
  const byClock = new Map<string, Transition[]>();
  for (const { clock, generation, at, what, due, escalation, because } of rows) {
    const transition = { generation, at: at.toISOString(), what, due: due?.toISOString() ?? null, escalation, because };
    byClock.set(clock, [...(byClock.get(clock) ?? []), transition]);
  }
  return byClock;
}
