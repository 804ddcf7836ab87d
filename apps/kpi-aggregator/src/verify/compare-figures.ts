import type { VerifyDifference } from '@motcua/contracts';
import { indicators, toFigure, type Instant, type LocalDays, type MeasuredPeriod } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import { groupings, whole, type FactGrouping } from '../figures/grouping.ts';
import { measureFacts } from '../figures/measure-facts.query.ts';
import { measurePeriods } from '../figures/measure-periods.ts';
import { nothingMeasured } from '../figures/measured.ts';
import { listPlacements } from '../figures/unit-placements.query.ts';
import type { TableSet } from '../projection/table-set.ts';
import type { Comparison, LogPlaces } from './comparison.ts';
import { recomputeFigures, recomputeOfficers, toKey, type Recomputed, type VerifiedPeriod } from './recompute-figures.query.ts';

const nothing: MeasuredPeriod = { end: nothingMeasured, start: nothingMeasured };

interface Asked {
  readonly periods: readonly VerifiedPeriod[];
  readonly asOf: Instant;
  readonly days: LocalDays;
  /** Units of this subtree alone. */
  readonly unit: string | undefined;
  /** Said behind the period where the moment is not now. */
  readonly said?: string;
}

/** Every indicator of every unit, as the board serves it and as the formulas make it. */
export async function compareFigures(
  database: Queryable,
  tableSet: TableSet,
  places: LogPlaces,
  { periods, asOf, days, unit, said = '' }: Asked,
): Promise<Comparison> {
  const recomputed = await recomputeFigures(database, tableSet, places, { periods, asOf });
  const found: VerifyDifference[] = [];
  let checked = 0;
  for (const code of await listUnits(database, unit)) {
    const served = await readServed(database, tableSet, code, periods, asOf, days);
    for (const { key } of periods) {
      checked += indicators.length;
      found.push(...compare(`${code} · ${key}${said}`, served.get(key) ?? nothing, recomputed.get(toKey(code, key)) ?? {}));
    }
  }
  return toComparison(checked, found);
}

/** The rows of every unit's board by officer: a row that is there on one side alone counts nothing on the other. */
export async function compareOfficers(
  database: Queryable,
  tableSet: TableSet,
  places: LogPlaces,
  { periods, asOf, days, unit }: Asked,
): Promise<Comparison> {
  const recomputed = await recomputeOfficers(database, tableSet, places, { periods, asOf });
  const { officer: grouping } = groupings;
  const found: VerifyDifference[] = [];
  let checked = 0;
  for (const code of await listUnits(database, unit)) {
    const placements = await listPlacements(database, code);
    for (const { key, ...period } of periods) {
      const served = await measureFacts(database, tableSet, grouping as FactGrouping, placements, { period, asOf }, days);
      const officers = [...recomputed.keys()]
        .filter((each) => each.startsWith(toKey(code, key)))
        .map((each) => each.split('\n')[2] ?? '');
      for (const officer of new Set([...served.keys(), ...officers])) {
        checked += indicators.length;
        const where = `${code} · ${key} · officer ${officer === '' ? '(nobody)' : officer}`;
        found.push(...compare(where, served.get(officer) ?? nothing, recomputed.get(toKey(code, key, officer)) ?? {}));
      }
    }
  }
  return toComparison(checked, found);
}

const toComparison = (checked: number, found: readonly VerifyDifference[]): Comparison => ({
  checked,
  found: found.length,
  differences: found.slice(0, 100),
});

/** Of a subtree, or all. */
export async function listUnits(database: Queryable, unit: string | undefined): Promise<readonly string[]> {
  const rows = await database.query<{ unit: string }>(
    `SELECT DISTINCT code AS unit FROM kpi.place p CROSS JOIN LATERAL unnest(p.path) WITH ORDINALITY AS up (code, depth)
     WHERE $1::text IS NULL OR depth >= array_position(p.path, $1) ORDER BY 1`,
    [unit ?? null],
  );
  return rows.map((row) => row.unit);
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
