import type { Organisation } from './organisation.ts';
import { isValidOn, type Instant, type LocalDate, type Unit } from './unit.ts';

/** The version of a unit that is valid at a local date or a moment. */
export function findUnit(organisation: Organisation, code: string, at: LocalDate | Instant): Unit | undefined {
  const date = organisation.toDate(at);
  return organisation.byCode.get(code)?.find((unit) => isValidOn(unit, date));
}

/** The unit and the units above it, the unit first. Ends where a parent is not valid on that date. */
function lineageAt(organisation: Organisation, code: string, date: LocalDate): readonly Unit[] {
  const lineage: Unit[] = [];
  for (let unit = findUnit(organisation, code, date); unit !== undefined;) {
    lineage.push(unit);
    unit = unit.parent === null ? undefined : findUnit(organisation, unit.parent, date);
  }
  return lineage;
}

/** Codes from the root down to the unit, as they were at that moment; undefined if the unit was not valid then. */
export function pathAt(organisation: Organisation, code: string, at: LocalDate | Instant): readonly string[] | undefined {
  const lineage = lineageAt(organisation, code, organisation.toDate(at));
  return lineage.length === 0 ? undefined : lineage.map((unit) => unit.code).reverse();
}

/**
 * The path of a unit now, or when it last was valid: who may see what belongs to it. Empty: nobody knows the unit.
 *
 * @param last what holds of the unit last, in the order of validity
 */
export function findLastPath(
  organisation: Organisation,
  code: string,
  now: Instant,
  last: { readonly validFrom: LocalDate; readonly validTo: LocalDate | null } | undefined,
): readonly string[] {
  return pathAt(organisation, code, now) ?? pathAt(organisation, code, last?.validTo ?? last?.validFrom ?? now) ?? [];
}

/** The units right below, valid at that moment; `null` asks for the roots. */
export function childrenAt(organisation: Organisation, code: string | null, at: LocalDate | Instant): readonly Unit[] {
  const date = organisation.toDate(at);
  return (organisation.byParent.get(code) ?? []).filter((unit) => isValidOn(unit, date));
}

/** The unit and everything below it at that moment, parents before children; empty if it was not valid then. */
export function subtreeAt(organisation: Organisation, code: string, at: LocalDate | Instant): readonly Unit[] {
  const date = organisation.toDate(at);
  const root = findUnit(organisation, code, date);
  const subtree = root === undefined ? [] : [root];
  // Grows while it is walked: each unit adds its children behind what is there.
  for (const unit of subtree) subtree.push(...childrenAt(organisation, unit.code, date));
  return subtree;
}

/** Codes of the units that were formed from this one; empty where nothing followed it. */
export function successorsOf(organisation: Organisation, code: string): readonly string[] {
  const successors = organisation.units.filter(({ predecessors }) => predecessors.includes(code)).map((unit) => unit.code);
  return [...new Set(successors)];
}

/** The id of the calendar a unit works by: its own, or that of the nearest unit above which has one. */
export function calendarOf(organisation: Organisation, code: string, at: LocalDate | Instant): string | undefined {
  return lineageAt(organisation, code, organisation.toDate(at)).find(({ calendar }) => calendar !== undefined)?.calendar;
}
