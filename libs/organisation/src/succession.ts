import { findUnit } from './lookups.ts';
import type { Organisation } from './organisation.ts';
import type { LocalDate, Successor, Unit } from './unit.ts';

/**
 * The code of the unit that has, on a date, what a unit owns or owned of a field: the unit itself while it holds, or before it began;
 * else who goes on with it, and who goes on with that one. Undefined where nobody is known to: it stays where it was.
 */
export function findGoingOn(organisation: Organisation, code: string, field: string, date: LocalDate): string | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = code; at !== undefined && !seen.has(at);) {
    seen.add(at);
    if (findUnit(organisation, at, date) !== undefined) return at;
    const last = findLastEnded(organisation, at, date);
    if (last === undefined) return organisation.byCode.has(at) ? at : undefined;
    at = pickSuccessor(last.successors ?? [], field);
  }
  return undefined;
}

/** A successor that names the field goes before the one that names none. */
export const pickSuccessor = (successors: readonly Successor[], field: string): string | undefined =>
  (successors.find((one) => one.field === field) ?? successors.find((one) => one.field === undefined))?.unit;

const findLastEnded = (organisation: Organisation, code: string, date: LocalDate): Unit | undefined =>
  organisation.byCode
    .get(code)
    ?.filter(({ validTo }) => validTo !== null && validTo < date)
    .toSorted((left, right) => (left.validFrom < right.validFrom ? 1 : -1))[0];
