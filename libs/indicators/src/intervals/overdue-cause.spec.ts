import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY, plainDays, randomDossier } from '../testing/random-dossier.ts';
import { toIntervals } from './to-intervals.ts';
import { attachCause } from './attach-cause.ts';
import type { OverdueCause } from './overdue-cause.ts';

const state = {
  timeZone: 'east',
  procedure: 'p',
  field: 'f',
  channel: 'online',
  serviceLevel: 'full',
  receivedAt: 2 * DAY,
  endedAt: 8 * DAY,
  currentDue: 5 * DAY,
  noDue: false,
  lateFrom: { set766: null, original: null, current: null },
};
const before = { from: null, unit: 'before', path: ['root', 'before'], kind: 'commune' };
const after = { from: 5 * DAY, unit: 'after', path: ['root', 'after'], kind: 'commune' };
const intervals = toIntervals(state, [before, after], plainDays);
const real = (overdueSince: number): OverdueCause => ({ cause: 'real', overdueSince });
const blamed = (overdueSince: number): (string | undefined)[] =>
  attachCause(intervals, real(overdueSince))
    .filter(({ judgedAt }) => judgedAt !== null)
    .map(({ unit }) => unit);

describe('judgeSpans', () => {
  it('counts an overdue cause for the unit that was responsible when the due moment passed', () => {
    expect(blamed(5 * DAY - 1)).toEqual(['before']);
    expect(blamed(5 * DAY)).toEqual(['after']);
  });

  it('counts it for the first unit before the receipt and for the last one after the end', () => {
    expect(blamed(DAY)).toEqual(['before']);
    expect(blamed(9 * DAY)).toEqual(['after']);
  });

  it('takes an overdue cause back', () => {
    expect(attachCause(attachCause(intervals, real(5 * DAY)), null)).toEqual(intervals);
  });

  it('carries one overdue cause, the last one given, also while the dossier is not received', () => {
    const overdueCause = fc.record({ cause: fc.constantFrom('real' as const, 'calendar' as const), overdueSince: fc.integer() });
    fc.assert(
      fc.property(randomDossier, overdueCause, overdueCause, ({ state: random, history }, one, other) => {
        const carried = attachCause(attachCause(toIntervals(random, history, plainDays), one), other).filter(
          ({ cause, judgedAt }) => cause !== null || judgedAt !== null,
        );
        expect(carried.map(({ cause, judgedAt }) => ({ cause, overdueSince: judgedAt }))).toEqual([other]);
      }),
    );
  });
});
