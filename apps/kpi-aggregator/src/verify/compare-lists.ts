import type { VerifyDifference } from '@motcua/contracts';
import { findPart, indicators, type Instant, type LocalDays } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import { toCountedFactRows } from '../board/dossiers/counted-facts.ts';
import type { UnitPlacement } from '../figures/unit-placements.query.ts';
import type { TableSet } from '../projection/table-set.ts';
import { listUnits } from './compare-figures.ts';
import type { Comparison, LogPlaces } from './comparison.ts';
import { IDENTITY, recomputeFigures, recomputeSets, toKey, type VerifiedPeriod } from './recompute-figures.query.ts';

interface Asked {
  readonly periods: readonly VerifiedPeriod[];
  readonly asOf: Instant;
  readonly days: LocalDays;
  readonly unit: string | undefined;
}

/** What a list has: how many, and a number that stands for which. */
interface Listed {
  readonly number: number;
  readonly dossiers: string;
}
const empty: Listed = { number: 0, dossiers: '0' };

/**
 * The list behind every figure, of every unit, with the dossiers that the formulas count: as many, and the same ones. The condition is the one
 * by which pages of a list are read; all units are listed at once, each dossier in every unit above it.
 */
export async function compareLists(
  database: Queryable,
  tableSet: TableSet,
  places: LogPlaces,
  { periods, asOf, days, unit }: Asked,
): Promise<Comparison> {
  const numbers = await recomputeFigures(database, tableSet, places, { periods, asOf });
  const sets = await recomputeSets(database, tableSet, places, { periods, asOf });
  const units = await listUnits(database, unit);
  const placements = await listAllPlacements(database);
  const found: VerifyDifference[] = [];
  let checked = 0;
  for (const { key, ...period } of periods) {
    for (const { indicator, part, terms } of listParts()) {
      const condition = toCountedFactRows({ unit: '', period, asOf, part: terms, row: null }, placements, days);
      const listed = await list(database, tableSet, condition);
      for (const code of units) {
        const name = `${indicator}/${part}`;
        const [one, number, dossiers] = [
          listed.get(code) ?? empty,
          numbers.get(toKey(code, key))?.[name] ?? 0,
          sets.get(toKey(code, key))?.[name] ?? '0',
        ];
        checked += 1;
        if (one.number === number && one.dossiers === dossiers) continue;
        found.push({
          kind: 'list',
          key: `${code} · ${key} · ${indicator} · ${part}`,
          projected: one.number,
          recomputed: one.number === number ? `${String(number)}, other dossiers` : number,
        });
      }
    }
  }
  return { checked, found: found.length, differences: found.slice(0, 100) };
}

/** Every part that can be opened to a list. */
const listParts = () =>
  indicators.flatMap((indicator) =>
    (indicator.kind === 'rate' ? (['numerator', 'denominator'] as const) : (['value'] as const)).flatMap((part) => {
      const terms = findPart(indicator, part === 'value' ? 'numerator' : part);
      return terms === undefined ? [] : [{ indicator: indicator.id, part, terms }];
    }),
  );

const listAllPlacements = (database: Queryable): Promise<UnitPlacement[]> =>
  database.query<UnitPlacement & Record<string, unknown>>('SELECT id, time_zone AS "timeZone", path FROM kpi.place ORDER BY id');

async function list(
  database: Queryable,
  tableSet: TableSet,
  { sql, parameters }: ReturnType<typeof toCountedFactRows>,
): Promise<ReadonlyMap<string, Listed>> {
  const rows = await database.query<Listed & { readonly unit: string } & Record<string, unknown>>(
    `SELECT above.unit, count(*)::int AS number, sum(${IDENTITY})::text AS dossiers
     FROM kpi.fact_${tableSet} f JOIN kpi.place p ON p.id = f.place CROSS JOIN LATERAL unnest(p.path) AS above (unit)
     WHERE ${sql} GROUP BY above.unit`,
    parameters,
  );
  return new Map(rows.map(({ unit, ...listed }) => [unit, listed]));
}
