import { checkUnits, type UnitRefusal } from './check-units.ts';
import { groupBy } from './group-by.ts';
import type { Instant, LocalDate, Unit } from './unit.ts';

/** Units by code and by parent, every version of them. Make it once; a change of units makes a new one. */
export interface Organisation {
  /** What was accepted, in the order given. */
  readonly units: readonly Unit[];
  /** What was not, and why; those units are as if they had not been given. */
  readonly refusals: readonly UnitRefusal[];
  readonly byCode: ReadonlyMap<string, readonly Unit[]>;
  readonly byParent: ReadonlyMap<string | null, readonly Unit[]>;
  /** The local date of a moment, in the organisation's zone. */
  readonly toDate: (at: LocalDate | Instant) => LocalDate;
}

/**
 * Builds the organisation of all units that hold together. A unit is left out and named in `refusals` if its dates are no validity
 * (`organisation.validity-invalid`), if it is valid together with another version of its code (`.validity-overlaps`), if its parent
 * is not valid on its first day (`.parent-unknown`), or if it is above itself (`.cycle`).
 * `timeZone` says which date a moment falls on; a date needs none.
 */
export function createOrganisation(
  units: readonly Unit[],
  { timeZone = 'Asia/Ho_Chi_Minh' }: { timeZone?: string } = {},
): Organisation {
  const { accepted, refusals } = checkUnits(units);
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  return {
    units: accepted,
    refusals,
    byCode: groupBy(accepted, ({ code }) => code),
    byParent: groupBy(accepted, ({ parent }) => parent),
    toDate: (at) => (typeof at === 'string' ? at : format.format(at)),
  };
}
