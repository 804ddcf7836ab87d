import type { CashUp } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import type { FeeScope } from './list-takings.query.ts';

interface SumRow extends Record<string, unknown> {
  /** Which part it is the sum of; `total` and `cancelled` have no key. */
  readonly part: 'total' | 'cancelled' | 'unit' | 'day' | 'officer' | 'procedure' | 'way';
  readonly key: string | null;
  readonly number: string;
  readonly amount: string;
}

// One statement: all sums are of the same rows. GROUPING() has a bit for each column, set where the row is no sum of it.
const sums = {
  name: 'fee-taking.cash-up',
  text: `WITH taken AS (
      SELECT unit, day::text AS day, officer, procedure, way, amount, is_cancelled FROM fee_taking
      WHERE path @> ARRAY[$1] AND day BETWEEN $2::date AND $3::date)
    SELECT CASE GROUPING(unit, day, officer, procedure, way)
        WHEN 15 THEN 'unit' WHEN 23 THEN 'day' WHEN 27 THEN 'officer' WHEN 29 THEN 'procedure' WHEN 30 THEN 'way' ELSE 'total' END AS part,
      coalesce(unit, day, officer, procedure, way) AS key, count(*) AS number, coalesce(sum(amount), 0) AS amount
    FROM taken WHERE NOT is_cancelled
    GROUP BY GROUPING SETS ((unit), (day), (officer), (procedure), (way), ())
    UNION ALL
    SELECT 'cancelled', NULL, count(*), coalesce(sum(amount), 0) FROM taken WHERE is_cancelled
    ORDER BY part, amount DESC, key`,
};

const nothing = { number: 0, amount: 0 };

/** What was taken on some days in a unit and those below it, by everything that an office sums up by. */
export async function readCashUp(transaction: Transaction, scope: FeeScope, now: number): Promise<CashUp> {
  const rows = await transaction.query<SumRow>(sums, [scope.unit, scope.from, scope.to]);
  const of = (part: SumRow['part']) =>
    rows
      .filter((row) => row.part === part)
      .map(({ key, number, amount }) => ({ key, number: Number(number), amount: Number(amount) }));
  const only = (part: 'total' | 'cancelled') => {
    const [{ number, amount } = nothing] = of(part);
    return { number, amount };
  };
  return {
    ...scope,
    asOf: new Date(now).toISOString(),
    total: only('total'),
    cancelled: only('cancelled'),
    byUnit: of('unit'),
    byDay: of('day').toSorted((a, b) => String(a.key).localeCompare(String(b.key))),
    byOfficer: of('officer'),
    byProcedure: of('procedure'),
    byWay: of('way'),
  };
}
