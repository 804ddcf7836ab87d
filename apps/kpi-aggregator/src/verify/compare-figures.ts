import type { VerifyDifference } from '@motcua/contracts';
import { indicators, toFigure, type Instant, type LocalDays, type MeasuredPeriod } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import { whole } from '../figures/grouping.ts';
import { measurePeriods } from '../figures/measure-periods.ts';
import { nothingMeasured } from '../figures/measured.ts';
import { toMonths } from '../figures/period.ts';
import { listPlacements } from '../figures/unit-placements.query.ts';
import type { TableSet } from '../projection/table-set.ts';
import type { Comparison, LogPlaces } from './comparison.ts';
import { recomputeFigures, type Recomputed, type VerifiedPeriod } from './recompute-figures.query.ts';

const nothing: MeasuredPeriod = { end: nothingMeasured, start: nothingMeasured };

/** Every indicator of every unit, over all of history, by month and today, as the board serves it and as the formulas make it. */
export async function compareFigures(
  database: Queryable,
  tableSet: TableSet,
  places: LogPlaces,
  asOf: Instant,
  days: LocalDays,
  unit?: string,
): Promise<Comparison> {
  const periods = await listPeriods(database, tableSet, asOf, days);
  const recomputed = await recomputeFigures(database, tableSet, places, periods, asOf);
  const found: VerifyDifference[] = [];
  let checked = 0;
  for (const code of await listUnits(database, unit)) {
    const served = await readServed(database, tableSet, code, periods, asOf, days);
    for (const { key } of periods) {
      checked += indicators.length;
      found.push(...compare(`${code} · ${key}`, served.get(key) ?? nothing, recomputed.get(`${code}\n${key}`) ?? {}));
    }
  }
  return { checked, found: found.length, differences: found.slice(0, 100) };
}

async function listUnits(database: Queryable, unit: string | undefined): Promise<readonly string[]> {
  const rows = await database.query<{ unit: string }>(
    `SELECT DISTINCT code AS unit FROM kpi.place p CROSS JOIN LATERAL unnest(p.path) WITH ORDINALITY AS up (code, depth)
     WHERE $1::text IS NULL OR depth >= array_position(p.path, $1) ORDER BY 1`,
    [unit ?? null],
  );
  return rows.map((row) => row.unit);
}

async function listPeriods(
  database: Queryable,
  tableSet: TableSet,
  asOf: Instant,
  days: LocalDays,
): Promise<readonly VerifiedPeriod[]> {
  const [row] = await database.query<{ first: number | null; zone: string | null }>(
    `SELECT (SELECT min(bucket) FROM kpi.cell_${tableSet} WHERE grain = 0) AS first, (SELECT min(time_zone) FROM kpi.place) AS zone`,
  );
  const today = days.dayOf(row?.zone ?? 'Asia/Ho_Chi_Minh', asOf);
  const history = { from: Math.min(row?.first ?? today, today), to: today };
  return [{ key: 'history', ...history }, ...toMonths(history), { key: 'today', from: today, to: today }];
}

async function readServed(
  database: Queryable,
  tableSet: TableSet,
  unit: string,
  periods: readonly VerifiedPeriod[],
  asOf: Instant,
  days: LocalDays,
): Promise<ReadonlyMap<string, MeasuredPeriod>> {
  const places = await listPlacements(database, unit);
  const measured = await measurePeriods(database, tableSet, { unit, places, grouping: whole, periods, asOf }, days);
  return new Map([...measured].flatMap(([key, rows]) => [...rows].map(([, period]) => [key, period] as const)));
}

function compare(where: string, period: MeasuredPeriod, recomputed: Recomputed): readonly VerifyDifference[] {
  return indicators.flatMap((indicator) => {
    const { numerator, denominator, value } = toFigure(indicator, period);
    const served: Recomputed =
      indicator.kind === 'rate' ? { numerator: numerator ?? NaN, denominator: denominator ?? NaN } : { value: value ?? NaN };
    return Object.entries(served).flatMap(([part, count]) => {
      const wanted = recomputed[`${indicator.id}/${part}`] ?? 0;
      if (count === wanted) return [];
      return [{ kind: 'indicator' as const, key: `${where} · ${indicator.id} · ${part}`, projected: count, recomputed: wanted }];
    });
  });
}
