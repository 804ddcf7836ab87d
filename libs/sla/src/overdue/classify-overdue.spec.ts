import { describe, expect, it } from '@jest/globals';
import { pause } from '../testing/given.ts';
import { at, calendar, calendarDays, workingDays } from '../testing/clock-scenario.ts';
import { classifyOverdue } from './classify-overdue.ts';
import type { OverdueContext } from './overdue-context.ts';

/** Three working days from Monday 10:00, due Thursday 10:00; it is Friday noon. */
const facts: OverdueContext = {
  calendar,
  receivedAt: at('2026-03-02 10:00'),
  due: at('2026-03-05 10:00'),
  lateFrom: at('2026-03-05 10:01'),
  limit: workingDays(3),
  procedureLimit: workingDays(3),
  pauses: [],
  dueBeforeCalendarChange: null,
  endedAt: null,
  endRecordedAt: null,
  now: at('2026-03-06 12:00'),
  touches: [],
  toleranceMinutes: 60,
};
const classify = (more: Partial<OverdueContext> = {}): string | undefined => classifyOverdue({ ...facts, ...more })?.cause;
const ended = (local: string, recorded = local): Partial<OverdueContext> => ({ endedAt: at(local), endRecordedAt: at(recorded) });
const iso = (local: string): string => new Date(at(local)).toISOString();

describe('an overdue dossier', () => {
  it('is really overdue where nothing excuses it, open or ended', () => {
    expect(classifyOverdue({ ...facts, ...ended('2026-03-05 15:00') })).toEqual({
      cause: 'real',
      rule: 'nothing-excuses-it',
      explanation: { due: iso('2026-03-05 10:00'), reckoned: iso('2026-03-05 15:00'), lateMinutes: 180 },
    });
    expect(classify()).toBe('real');
  });

  it('is none where it ended in time, to the instant, or has time left', () => {
    expect(classify(ended('2026-03-05 10:00:59'))).toBeUndefined();
    expect(classify(ended('2026-03-05 10:01'))).toBe('real');
    expect(classify({ now: at('2026-03-05 10:00') })).toBeUndefined();
  });

  it('was shown so by the lag of a synchronisation where it ended in time and this was learnt late', () => {
    expect(classifyOverdue({ ...facts, ...ended('2026-03-05 09:00', '2026-03-06 08:00') })).toMatchObject({
      cause: 'sync-lag',
      explanation: { due: iso('2026-03-05 10:00'), endedAt: iso('2026-03-05 09:00'), recordedAt: iso('2026-03-06 08:00') },
    });
    expect(classify(ended('2026-03-05 09:00', '2026-03-05 10:00:59'))).toBeUndefined();
  });

  it('is the calendar’s where the due moment before its change is kept', () => {
    const dueBeforeCalendarChange = at('2026-03-06 10:00');
    expect(classify({ dueBeforeCalendarChange, ...ended('2026-03-06 10:00:30') })).toBe('calendar');
    expect(classify({ dueBeforeCalendarChange, ...ended('2026-03-06 10:01') })).toBe('real');
    expect(classify({ dueBeforeCalendarChange })).toBe('real');
  });

  it('is the configuration’s where the limit of the procedure is kept and another was promised', () => {
    expect(classifyOverdue({ ...facts, procedureLimit: workingDays(5), ...ended('2026-03-09 10:00') })).toMatchObject({
      cause: 'configuration',
      explanation: { promised: '3 working-day', procedure: '5 working-day', dueByProcedure: iso('2026-03-09 10:00') },
    });
    expect(classify({ procedureLimit: workingDays(5), ...ended('2026-03-09 10:01') })).toBe('real');
    expect(classify({ procedureLimit: workingDays(5), limit: null, ...ended('2026-03-06 10:00') })).toBe('real');
    const pauses = [pause('2026-03-03 10:00', '2026-03-04 10:00')];
    expect(classify({ procedureLimit: workingDays(5), pauses, due: at('2026-03-06 10:00'), ...ended('2026-03-10 10:00') })).toBe(
      'configuration',
    );
  });

  it('waited for the citizen where a request that came as the time was up is not given back', () => {
    const pauses = [pause('2026-03-05 10:00:30', '2026-03-06 09:00')];
    expect(classify({ pauses, ...ended('2026-03-06 09:00') })).toBe('waiting-citizen');
    expect(classify({ pauses, ...ended('2026-03-06 09:30') })).toBe('real');
  });

  it('waited for the citizen where hours within a day count nothing in a limit of calendar days', () => {
    const pauses = [pause('2026-03-06 08:00', '2026-03-06 16:00')];
    const limit = calendarDays(4);
    const late = { limit, procedureLimit: limit, pauses, due: at('2026-03-06 17:00'), lateFrom: at('2026-03-06 17:01') };
    expect(classifyOverdue({ ...facts, ...late, ...ended('2026-03-09 09:00') })).toMatchObject({
      cause: 'waiting-citizen',
      explanation: { waitedMinutes: 360, givenBackMinutes: 0, promisedMinutes: 2100, usedMinutes: 1830 },
    });
    expect(classify({ ...late, ...ended('2026-03-09 16:00') })).toBe('real');
  });

  it('did not wait for the citizen where all of that time was given back', () => {
    const pauses = [pause('2026-03-03 10:00', '2026-03-04 10:00')];
    expect(
      classify({
        pauses,
        due: at('2026-03-06 17:00'),
        lateFrom: at('2026-03-06 17:01'),
        limit: null,
        ...ended('2026-03-06 18:00'),
      }),
    ).toBe('real');
    expect(
      classify({ pauses, due: at('2026-03-06 10:00'), lateFrom: at('2026-03-06 10:01'), ...ended('2026-03-06 11:00') }),
    ).toBe('real');
  });

  it('did not wait for the citizen while a wish to withdraw waited for the office', () => {
    const pauses = [{ ...pause('2026-03-05 10:00:30', '2026-03-06 09:00'), reason: 'withdrawal' as const }];
    expect(classify({ pauses, ...ended('2026-03-06 09:00') })).toBe('real');
  });

  it('was clicked late where a click cost more than what it is late by', () => {
    const touches = [{ occurredAt: at('2026-03-04 08:00'), recordedAt: at('2026-03-04 15:00') }];
    expect(classifyOverdue({ ...facts, touches, ...ended('2026-03-05 15:00') })).toMatchObject({
      cause: 'late-click',
      explanation: { delayMinutes: 300, lateMinutes: 180, toleranceMinutes: 60 },
    });
    expect(classify({ touches, ...ended('2026-03-06 08:00') })).toBe('real');
    expect(classify({ touches, toleranceMinutes: 420, ...ended('2026-03-05 15:00') })).toBe('real');
  });

  it('is not excused by a click for something that was itself done late', () => {
    const touches = [{ occurredAt: at('2026-03-05 10:01'), recordedAt: at('2026-03-06 10:00') }];
    expect(classify({ touches, ...ended('2026-03-05 15:00') })).toBe('real');
  });
});
