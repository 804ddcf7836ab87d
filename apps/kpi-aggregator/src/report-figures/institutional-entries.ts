import { findPathUpTo, findUnitsOfPeriod, layBelow, type LocalDate, type Organisation } from '@motcua/organisation';
import type { Queryable } from '@motcua/postgres';
import type { Entries, Period } from '@motcua/report';
import type { TableSet } from '../projection/table-set.ts';
import { listInstitutional } from './list-institutional.query.ts';

/** What was entered for a unit and everything below it; undefined for a unit that was on no day of the period in the tree. */
export async function findEntries(
  database: Queryable,
  tableSet: TableSet,
  organisation: Organisation,
  unit: string,
  period: Period,
): Promise<Entries | undefined> {
  const found = findUnitsOfPeriod(organisation, unit, period);
  if (found === undefined) return undefined;
  const { units, former, last } = found;
  const codes = [...units, ...former].map(({ code }) => code);
  const entries = await listInstitutional(database, tableSet, { units: codes, ...period });
  return { units, former, figures: entries.filter(({ document }) => layBelow(organisation, { code: unit, last }, document)) };
}

/**
 * The same by the units right below, and the unit itself for what is its own: every entry and every unit is in exactly one row, so that the
 * parts of the rows add up to those of the whole.
 *
 * @param last the last day that counts: where a unit came to lie later is not asked
 */
export function splitEntries(
  organisation: Organisation,
  unit: string,
  { units, former = [], figures }: Entries,
  last: LocalDate,
): ReadonlyMap<string, Entries> {
  const begun = [...new Set(organisation.units.map(({ validFrom }) => validFrom))].filter((day) => day < last).sort();
  const days = [last, ...begun.reverse()];
  const rowOf = new Map([...units, ...former].map(({ code }) => [code, findRow(organisation, unit, code, days)]));
  const ofRow = (key: string): Entries => ({
    units: units.filter(({ code }) => rowOf.get(code) === key),
    former: former.filter(({ code }) => rowOf.get(code) === key),
    figures: figures.filter(({ document }) => rowOf.get(document.unit) === key),
  });
  return new Map([...new Set(rowOf.values())].map((key) => [key, ofRow(key)]));
}

/**
 * The unit right below by the newest place in the tree that a unit had below another; that other where it is the unit itself.
 *
 * @param days on which the tree may have become what it was, the newest first
 */
function findRow(organisation: Organisation, unit: string, code: string, days: readonly LocalDate[]): string {
  for (const day of days) {
    const path = findPathUpTo(organisation, code, day);
    if (path.includes(unit)) return path[path.indexOf(unit) + 1] ?? unit;
  }
  return unit;
}
