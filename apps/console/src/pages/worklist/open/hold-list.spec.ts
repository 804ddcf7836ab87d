import { expect, it } from '@jest/globals';
import { holdList } from './hold-list.ts';
import type { WorkItem } from './to-work-items.ts';

const item = (dossierId: string, dossierVersion: number, minutes: number, group = 'today'): WorkItem =>
  ({ dossier: { dossierId, dossierVersion }, group, clock: { remainingMinutes: minutes } }) as unknown as WorkItem;

it('lines stay in their order and what is new is counted', () => {
  const held = [item('a', 1, 60), item('b', 1, 90), item('c', 1, 120)];
  const { shown, changes } = holdList(held, [item('d', 1, 5), item('b', 2, 80), item('a', 1, 59)]);
  expect(shown.map(({ dossier }) => dossier.dossierId)).toEqual(['a', 'b', 'c']);
  expect(changes).toBe(3);
});

it('time goes on in a line that nobody changed', () => {
  const { shown, changes } = holdList([item('a', 1, 60)], [item('a', 1, 59)]);
  expect(shown[0]?.clock?.remainingMinutes).toBe(59);
  expect(changes).toBe(0);
});

it('a line that has become late is a change', () => {
  expect(holdList([item('a', 1, 1)], [item('a', 1, -1, 'late')]).changes).toBe(1);
});

it('what the reader did is shown and is no news', () => {
  const { shown, changes } = holdList([item('a', 1, 60), item('b', 1, 60)], [item('b', 2, 60)], new Set(['a', 'b']));
  expect(shown.map(({ dossier }) => [dossier.dossierId, dossier.dossierVersion])).toEqual([['b', 2]]);
  expect(changes).toBe(0);
});
