export type { UnitRefusal } from './check-units.ts';
export { DocumentBook } from './document-book.ts';
export { calendarOf, childrenAt, findUnit, pathAt, subtreeAt, successorsOf } from './lookups.ts';
export { toCounterName, toOfficeName, toPlaceName, type NamedUnit, type OfficeName } from './office-names.ts';
export { createOrganisation, type Organisation } from './organisation.ts';
export { findGoingOn, pickSuccessor } from './succession.ts';
export { StaffBook, type Post, type StaffRole } from './staff-book.ts';
export { UnitBook } from './unit-book.ts';
export { findLastBegun, isInForce, toCounting, toSuccession, type Valid } from './validity.ts';
export {
  isValidOn,
  toUnit,
  type Instant,
  type LocalDate,
  type Successor,
  type Unit,
  type UnitKind,
  type WrittenUnit,
} from './unit.ts';
export { findPathUpTo, findUnitsOfPeriod, layBelow, type UnitsOfPeriod } from './units-of-period.ts';
