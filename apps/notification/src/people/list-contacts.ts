import type { PlacedBy, StaffContact } from '@motcua/contracts';
import type { UnitDirectory } from './unit-directory.ts';
import { findPlace } from './person.ts';
import { toStaffContact, withoutContact, type StaffRow } from './staff-row.ts';

export interface ContactQuestion {
  /** Only those at work in this unit or below it; undefined: all, also who works nowhere any more. */
  readonly unit: string | undefined;
  /** Only those whose place is known from there. */
  readonly placedBy: PlacedBy | undefined;
  /** Ids after this one. */
  readonly after: string;
  readonly limit: number;
  readonly now: number;
}

/**
 * How the staff of a unit are reached, by id; who works there and has no address entered is listed too.
 *
 * @param entered of everybody
 */
export function findContacts(
  entered: readonly StaffRow[],
  directory: UnitDirectory,
  { unit, placedBy, after, limit, now }: ContactQuestion,
): StaffContact[] {
  const posts = directory.listStaffedUnits().flatMap((staffed) => directory.listPosts(staffed, now));
  const rows = [...posts.map(({ id }) => withoutContact(id)), ...entered];
  return [...new Map(rows.map((row) => [row.id, row])).values()]
    .filter(({ id }) => id > after)
    .toSorted((left, right) => (left.id < right.id ? -1 : 1))
    .map((row) => toStaffContact(row, findPlace(directory, row, now) ?? null))
    .filter(({ place }) => unit === undefined || (place !== null && directory.pathOf(place.unit).includes(unit)))
    .filter(({ place }) => placedBy === undefined || place?.placedBy === placedBy)
    .slice(0, limit);
}
