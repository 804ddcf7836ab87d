import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY, plainDays, randomDossier } from '../testing/random-dossier.ts';
import { toSpans } from './to-spans.ts';
import { judgeSpans, type Verdict } from './verdict.ts';

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
const spans = toSpans(state, [before, after], plainDays);
const real = (overdueSince: number): Verdict => ({ cause: 'real', overdueSince });
const blamed = (overdueSince: number): (string | undefined)[] =>
  judgeSpans(spans, real(overdueSince))
    .filter(({ judgedAt }) => judgedAt !== null)
    .map(({ unit }) => unit);

describe('judgeSpans', () => {
  it('counts a verdict for the unit that was responsible when the due moment passed', () => {
    expect(blamed(5 * DAY - 1)).toEqual(['before']);
    expect(blamed(5 * DAY)).toEqual(['after']);
  });

  it('counts it for the first unit before the receipt and for the last one after the end', () => {
    expect(blamed(DAY)).toEqual(['before']);
    expect(blamed(9 * DAY)).toEqual(['after']);
  });

  it('takes a verdict back', () => {
    expect(judgeSpans(judgeSpans(spans, real(5 * DAY)), null)).toEqual(spans);
  });

  it('carries one verdict, the last one given, also while the dossier is not received', () => {
    const verdict = fc.record({ cause: fc.constantFrom('real' as const, 'calendar' as const), overdueSince: fc.integer() });
    fc.assert(
      fc.property(randomDossier, verdict, verdict, ({ state: random, history }, one, other) => {
        const carried = judgeSpans(judgeSpans(toSpans(random, history, plainDays), one), other).filter(
          ({ cause, judgedAt }) => cause !== null || judgedAt !== null,
        );
        expect(carried.map(({ cause, judgedAt }) => ({ cause, overdueSince: judgedAt }))).toEqual([other]);
      }),
    );
  });
});
