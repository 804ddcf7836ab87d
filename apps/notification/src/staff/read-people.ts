import type { Queryable } from '../database/queryable.ts';
import type { ToldEvent } from '../notices/told-event.ts';
import { People } from './people.ts';
import { staffColumns, type StaffRow } from './staff-row.ts';

/** Everybody whom some of these events may be for, in one query. */
export async function readPeople(
  database: Queryable,
  events: readonly Pick<ToldEvent, 'path' | 'handlingUnit' | 'officer'>[],
): Promise<People> {
  const units = new Set(events.flatMap(({ path, handlingUnit }) => [...path, handlingUnit]));
  const officers = new Set(events.flatMap(({ officer }) => (officer === null ? [] : [officer])));
  const rows = await database.query<StaffRow>(
    `SELECT ${staffColumns} FROM notification.staff WHERE active AND (unit = ANY ($1) OR id = ANY ($2)) ORDER BY id`,
    [[...units], [...officers]],
  );
  return new People(rows);
}
