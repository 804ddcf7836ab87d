import { describe, expect, it } from '@jest/globals';
import { createDirectory, toVersions } from '../../testing/reference.builder.ts';
import { toStaffRecord } from '../../testing/staff.builder.ts';
import { toPeople } from './read-people.ts';
import { withoutContact, type StaffRow } from '../../people/staff-row.ts';

const now = Date.parse('2026-11-27T09:00:00+07:00');
const row = (id: string, fields: Partial<StaffRow> = {}): StaffRow => ({ ...withoutContact(id), ...fields });
const entered = { unit: 'xa-a', role: 'specialist' } as const;

function peopleOf(
  rows: readonly StaffRow[],
  posts: Readonly<Record<string, Parameters<typeof toStaffRecord>[1]>>,
  validTo?: string,
) {
  const directory = createDirectory();
  for (const [id, post] of Object.entries(posts))
    directory.handlers.staff(id, toVersions('staff', toStaffRecord(id, post, validTo ?? null)));
  return toPeople(rows, Object.keys(posts), { directory, now }).map(({ id, unit, role }) => [id, unit, role].join(' '));
}

describe('somebody is notified', () => {
  it('where the catalogue says that they work, whatever was entered here before', () => {
    expect(peopleOf([row('an', entered)], { an: { unit: 'xa-b', role: 'head' } })).toEqual(['an xa-b head']);
  });

  it('also where no address was entered: the inbox reaches everybody', () => {
    expect(peopleOf([], { an: entered })).toEqual(['an xa-a specialist']);
  });

  it('by what was entered here, for as long as the catalogue does not know them', () => {
    expect(peopleOf([row('an', entered), row('binh', { ...entered, active: false }), row('chi')], {})).toEqual([
      'an xa-a specialist',
    ]);
  });

  it('no more once their time is over, on the clock of their unit', () => {
    expect(peopleOf([row('an', entered)], { an: entered }, '2026-11-26')).toEqual([]);
    expect(peopleOf([row('an')], { an: entered }, '2026-11-27')).toEqual(['an xa-a specialist']);
  });
});
