import { describe, expect, it } from '@jest/globals';
import { createOrganisation, type Unit } from '@motcua/organisation';
import { listMoved } from './list-moved.ts';
import type { RecordedPlacement } from './place-on.ts';

const unit = (code: string, parent: string | null, more: Partial<Unit> = {}): Unit => ({
  code,
  name: { vi: code },
  kind: 'commune',
  parent,
  validFrom: '2020-01-01',
  validTo: null,
  predecessors: [],
  ...more,
});
const ended = { validTo: '2025-06-30' } as const;
const organisation = createOrganisation([
  unit('root', null),
  unit('a', 'root', ended),
  unit('a1', 'a', { ...ended, successors: [{ unit: 'n' }] }),
  unit('office', 'a', { ...ended, successors: [{ unit: 'n', field: 'land' }, { unit: 'root' }] }),
  unit('b', 'a', ended),
  unit('b', 'root', { validFrom: '2025-07-01' }),
  unit('n', 'root', { validFrom: '2025-07-01' }),
]);
const place = (id: number, ...path: string[]): RecordedPlacement => ({
  id,
  timeZone: 'Asia/Ho_Chi_Minh',
  unit: path.at(-1) ?? '',
  path,
  kind: 'commune',
});
const placements = [
  place(1, 'root', 'a', 'a1'),
  place(2, 'root', 'a', 'office'),
  place(3, 'root', 'a', 'b'),
  place(4, 'root', 'a'),
  place(5, 'root', 'n'),
  place(6, 'elsewhere'),
];
const movedOn = (date: string) =>
  listMoved(placements, organisation, date).map(({ id, field, except, after }) => [id, field, except, after.path.join('/')]);

describe('what lies elsewhere under the organisation of a day', () => {
  it('is with who goes on with it, by field, and where a unit lies on that day', () => {
    expect(movedOn('2025-07-01')).toEqual([
      [1, null, [], 'root/n'],
      [2, null, ['land'], 'root'],
      [2, 'land', [], 'root/n'],
      [3, null, [], 'root/b'],
    ]);
  });

  it('is nothing before the day: what had not begun keeps what it owns', () => {
    expect(movedOn('2025-06-30')).toEqual([]);
  });
});
