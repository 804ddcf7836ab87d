import type { Queryable } from '@motcua/postgres';
import type { NotifiableEvent } from '../events/notifiable-event.ts';
import type { UnitDirectory } from '../../people/unit-directory.ts';
import { People } from './people.ts';
import { findPlace, toPerson, type Person } from '../../people/person.ts';
import { staffColumns, withoutContact, type StaffRow } from '../../people/staff-row.ts';

export interface PeopleSource {
  readonly directory: UnitDirectory;
  /** By the database’s clock. */
  readonly now: number;
}

/** Everybody whom some of these events may be for, in one query. */
export async function readPeople(
  database: Queryable,
  events: readonly Pick<NotifiableEvent, 'path' | 'handlingUnit' | 'officer' | 'proposal'>[],
  { directory, now }: PeopleSource,
): Promise<People> {
  const units = [...new Set(events.flatMap(({ path, handlingUnit }) => [...path, handlingUnit]))];
  const named = events.flatMap(({ officer, proposal }) => [officer, proposal?.madeBy ?? null]);
  const officers = new Set(named.filter((id) => id !== null));
  const posted = units.flatMap((unit) => directory.listPosts(unit, now)).map(({ id }) => id);
  const rows = await database.query<StaffRow>(
    `SELECT ${staffColumns} FROM notification.staff WHERE id = ANY ($1) OR (active AND unit = ANY ($2))`,
    [[...officers, ...posted], units],
  );
  return new People(toPeople(rows, [...officers, ...posted], { directory, now }));
}

/** Those of rows and ids who are at work; of whom the catalogue alone knows there is no row. By id. */
export function toPeople(rows: readonly StaffRow[], ids: readonly string[], { directory, now }: PeopleSource): Person[] {
  const byId = new Map([...ids.map(withoutContact), ...rows].map((row) => [row.id, row]));
  return [...byId.values()]
    .toSorted((left, right) => (left.id < right.id ? -1 : 1))
    .flatMap((row) => {
      const place = findPlace(directory, row, now);
      return place === undefined ? [] : [toPerson(row, place)];
    });
}
