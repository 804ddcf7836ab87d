import { describe, expect, it } from '@jest/globals';
import type { ClockLine, ListedDossier } from '@motcua/contracts';
import { toWorkItems } from './to-work-items.ts';

/** Thursday 26 November 2026, 10:00 in the office. */
const NOW = Date.parse('2026-11-26T03:00:00Z');

const dossier = (dossierId: string, currentDue: string | null, status = 4): ListedDossier =>
  ({ dossierId, currentDue, status, receivedAt: '2026-11-20T02:00:00Z', timeZone: 'Asia/Ho_Chi_Minh' }) as ListedDossier;
const submission = (dossierId: string, status: number): ListedDossier => ({
  ...dossier(dossierId, null, status),
  receivedAt: null,
});
const clock = (dossierId: string, name: string, due: string | null, remainingMinutes: number | null): ClockLine =>
  ({ dossierId, clock: name, due, remainingMinutes }) as ClockLine;
const groupsOf = (dossiers: ListedDossier[], clocks: ClockLine[] = []) =>
  toWorkItems(dossiers, clocks, NOW).map((item) => `${item.dossier.dossierId} ${item.group}`);

describe('the worklist', () => {
  it('has the most urgent first, in days of the office', () => {
    expect(
      groupsOf([
        dossier('next-week', '2026-11-30T02:00:00Z'),
        dossier('friday', '2026-11-27T02:00:00Z'),
        dossier('sunday', '2026-11-29T02:00:00Z'),
        dossier('tonight', '2026-11-26T16:59:00Z'),
        dossier('an-hour-ago', '2026-11-26T02:00:00Z'),
        dossier('past-midnight', '2026-11-26T17:00:00Z'),
      ]),
    ).toEqual([
      'an-hour-ago late',
      'tonight today',
      'past-midnight tomorrow',
      'friday tomorrow',
      'sunday week',
      'next-week later',
    ]);
  });

  it('sets aside what waits for the citizen, but not a wish to withdraw', () => {
    expect(groupsOf([dossier('supplement', null, 5), dossier('payment', null, 6), dossier('withdrawal', null, 7)])).toEqual([
      'withdrawal today',
      'payment waiting',
      'supplement waiting',
    ]);
  });

  it('goes by the acceptance clock of what was submitted, and has one line a dossier', () => {
    const clocks = [
      clock('a', 'acceptance', '2026-11-26T01:00:00Z', -60),
      clock('b', 'dossier', '2026-11-27T02:00:00Z', 400),
      clock('b', 'step', '2026-11-25T02:00:00Z', -500),
      clock('b', 'dossier', '2026-11-27T02:00:00Z', 400),
    ];
    const items = toWorkItems([submission('a', 1), dossier('b', '2026-11-27T02:00:00Z')], clocks, NOW);
    expect(items.map(({ dossier: { dossierId }, group }) => [dossierId, group])).toEqual([
      ['a', 'late'],
      ['b', 'tomorrow'],
    ]);
    expect(items[1]).toMatchObject({ clock: { remainingMinutes: 400 }, lateStep: { clock: 'step' } });
    expect(items[0]?.lateStep).toBeUndefined();
  });

  it('goes by the acceptance clock as long as it is not received, whatever is asked of the citizen', () => {
    const clocks = [clock('withdrawn', 'acceptance', null, null), clock('asked', 'acceptance', null, null)];
    const items = toWorkItems([submission('withdrawn', 7), submission('asked', 5)], clocks, NOW);
    expect(items.map(({ dossier: { dossierId }, group, clock: shown }) => [dossierId, group, shown?.clock])).toEqual([
      ['withdrawn', 'today', 'acceptance'],
      ['asked', 'waiting', 'acceptance'],
    ]);
  });
});
