import { pathAt, subtreeAt } from './lookups.ts';
import type { Organisation } from './organisation.ts';
import type { LocalDate, Unit } from './unit.ts';

export interface UnitsOfPeriod {
  /** The last day of the period on which the unit was there; the tree is that of this day. */
  readonly last: LocalDate;
  /** Codes from the root down to the unit. */
  readonly path: readonly string[];
  /** The unit and those below it, parents before children. */
  readonly units: readonly Unit[];
  /** Those that lay below it earlier in the period and do so no more: merged, abolished or moved elsewhere. */
  readonly former: readonly Unit[];
}

/**
 * The part of the tree that a unit's figures of a period are taken from: as of the last day, or the last one on which the unit was
 * there. Undefined for a unit that was not there on any day of the period.
 */
export function findUnitsOfPeriod(
  organisation: Organisation,
  code: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): UnitsOfPeriod | undefined {
  const last = findLastDay(organisation, code, to);
  const path = last < from ? undefined : pathAt(organisation, code, last);
  if (path === undefined) return undefined;
  const units = subtreeAt(organisation, code, last);
  // Something comes to lie below the unit on the first day of a version, or lies there when the period begins.
  const begins = organisation.units.map(({ validFrom }) => validFrom).filter((day) => day > from && day <= last);
  const days = [...new Set([from, ...begins])].sort();
  const seen = new Map(days.flatMap((day) => subtreeAt(organisation, code, day)).map((unit) => [unit.code, unit]));
  for (const unit of units) seen.delete(unit.code);
  return { last, path, units, former: [...seen.values()] };
}

/** Of an entry: who it is about, and its first and last day. */
interface Entered {
  readonly unit: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/**
 * Whether an entry is a unit's as of `last`: its unit lay below on the entry's own last day, or on the last one on which it was there.
 * A unit that moves elsewhere takes along what it enters from then on, and leaves what it has entered; both together count it once.
 */
export function layBelow(
  organisation: Organisation,
  { code, last }: { readonly code: string; readonly last: LocalDate },
  { unit, validFrom, validTo }: Entered,
): boolean {
  if (validFrom > last) return false;
  const day = findLastDay(organisation, unit, validTo === null || validTo > last ? last : validTo);
  return day !== '' && pathAt(organisation, unit, day)?.includes(code) === true;
}

/** The path of a unit on a day, or on the last one before on which it was there; empty for a unit that was not there yet. */
export function findPathUpTo(organisation: Organisation, unit: string, day: LocalDate): readonly string[] {
  const last = findLastDay(organisation, unit, day);
  return (last === '' ? undefined : pathAt(organisation, unit, last)) ?? [];
}

/** Before everything where there is none. */
function findLastDay({ byCode }: Organisation, code: string, to: LocalDate): LocalDate {
  const days = (byCode.get(code) ?? [])
    .filter(({ validFrom }) => validFrom <= to)
    .map(({ validTo }) => (validTo === null || validTo > to ? to : validTo));
  return days.sort().at(-1) ?? '';
}
