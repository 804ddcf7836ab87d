export type { UnitRefusal } from './check-units.ts';
export { calendarOf, childrenAt, findUnit, pathAt, subtreeAt, successorsOf } from './lookups.ts';
export { createOrganisation, type Organisation } from './organisation.ts';
export { isValidOn, type Instant, type LocalDate, type Unit, type UnitKind } from './unit.ts';
