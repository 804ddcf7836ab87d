import { describe, expect, it } from '@jest/globals';
import type { ClockTarget } from '../scheduled-clock.ts';
import type { Limit, EscalationStep, EscalationMoment } from '../vocabulary.ts';
import { at, calendar, calendarDays, policy, toText, workingDays, workingHours } from '../testing/clock-scenario.ts';
import { officeMinutes } from '../targets/office-minutes.ts';
import { toEscalationSteps } from './to-escalation-steps.ts';

function running(start: string, end: string): ClockTarget {
  const [startedAt, due] = [at(start), at(end)];
  const limitMinutes = officeMinutes(calendar, startedAt, due, []);
  const lateFrom = due + 60_000;
  return {
    clock: 'dossier',
    state: 'running',
    startedAt,
    due,
    originalDue: due,
    lateFrom,
    limitMinutes,
    closedAt: null,
    step: null,
  };
}

const climb = (target: ClockTarget, escalations: readonly EscalationStep[] = policy): string[] =>
  toEscalationSteps(target, { clock: 'dossier', rungs: escalations }, calendar).map(
    ({ rung: escalation, at: moment }) => `${escalation} ${toText(moment)}`,
  );

function single(moment: EscalationMoment, start: string, end: string): string | undefined {
  const [escalation] = toEscalationSteps(
    running(start, end),
    { clock: 'dossier', rungs: [{ id: 'it', at: moment, tell: ['head'], urgency: 'normal' }] },
    calendar,
  );
  return escalation === undefined ? undefined : toText(escalation.at);
}
const before = (limit: Limit, due: string): string | undefined => single({ kind: 'before', limit }, '2026-02-02 08:00', due);
const after = (limit: Limit, due: string): string | undefined => single({ kind: 'after', limit }, '2026-02-02 08:00', due);

describe('an escalation policy', () => {
  it('of five working days is climbed in order', () => {
    expect(climb(running('2026-03-02 10:00', '2026-03-09 10:00'))).toEqual([
      'half 2026-03-04 15:45',
      'four-fifths 2026-03-06 10:00',
      'one-day-before 2026-03-06 10:00',
      'four-hours-before 2026-03-06 15:30',
      'breach 2026-03-09 10:01',
      'one-day-after 2026-03-10 10:00',
      'three-days-after 2026-03-12 10:00',
    ]);
  });

  it('leaves out what would come before there was working time', () => {
    expect(climb(running('2026-03-02 10:00', '2026-03-03 10:00'))).toEqual([
      'four-hours-before 2026-03-02 15:30',
      'half 2026-03-02 15:45',
      'four-fifths 2026-03-03 08:30',
      'breach 2026-03-03 10:01',
      'one-day-after 2026-03-04 10:00',
      'three-days-after 2026-03-06 10:00',
    ]);
    expect(climb(running('2026-03-01 20:00', '2026-03-03 07:30'))).not.toContain('one-day-before 2026-03-02 07:30');
  });

  it('says how much working time is left, or by how much it is late', () => {
    const remaining = toEscalationSteps(
      running('2026-03-02 10:00', '2026-03-09 10:00'),
      { clock: 'dossier', rungs: policy },
      calendar,
    );
    expect(remaining.map(({ remainingMinutes }) => remainingMinutes)).toEqual([1125, 450, 450, 240, -1, -450, -1350]);
  });

  it('is empty while the clock stands or is closed', () => {
    const target = running('2026-03-02 10:00', '2026-03-09 10:00');
    expect(climb({ ...target, state: 'closed' })).toEqual([]);
    expect(climb({ ...target, state: 'paused', due: null, limitMinutes: null })).toEqual([]);
  });

  it('of a clock that lapses has neither breach nor escalation steps after it', () => {
    expect(climb({ ...running('2026-03-02 10:00', '2026-03-09 10:00'), lateFrom: null }).at(-1)).toBe(
      'four-hours-before 2026-03-06 15:30',
    );
  });
});

describe('an escalation step', () => {
  it('of working hours belongs to an hour in which he works: the opening after a break, not its beginning', () => {
    expect(before(workingHours(4), '2026-03-03 08:00')).toBe('2026-03-02 13:30');
    expect(before(workingHours(4), '2026-03-03 11:30')).toBe('2026-03-03 07:30');
    expect(before(workingHours(4), '2026-02-23 08:30')).toBe('2026-02-13 14:00');
  });

  it('of working days goes back over a weekend, over Tết and onto a day made up for', () => {
    expect(before(workingDays(1), '2026-03-09 10:00')).toBe('2026-03-06 10:00');
    expect(before(workingDays(1), '2026-02-23 10:00')).toBe('2026-02-13 10:00');
    expect(single({ kind: 'before', limit: workingDays(1) }, '2026-01-05 08:00', '2026-01-12 10:00')).toBe('2026-01-10 10:00');
  });

  it('of a due at the last close waits for the next opening', () => {
    expect(before(workingDays(1), '2026-03-04 17:00')).toBe('2026-03-04 07:30');
    expect(after(workingDays(1), '2026-03-04 17:00')).toBe('2026-03-06 07:30');
  });

  it('of calendar days counts the days that pass', () => {
    expect(before(calendarDays(2), '2026-03-09 10:00')).toBe('2026-03-07 10:00');
  });

  it('that asks for no time before due has no place', () => {
    expect(before(workingDays(0), '2026-03-09 10:00')).toBeUndefined();
  });

  it('of a share is the first minute at which so much has gone by', () => {
    expect(single({ kind: 'share', of: 0.8 }, '2026-03-02 08:00', '2026-03-02 08:10')).toBe('2026-03-02 08:08');
    expect(single({ kind: 'share', of: 0.8 }, '2026-03-02 08:00', '2026-03-02 08:11')).toBe('2026-03-02 08:09');
    expect(single({ kind: 'share', of: 0.9 }, '2026-03-02 08:00', '2026-03-02 08:05')).toBeUndefined();
  });

  it('after due is counted as a limit that starts there', () => {
    expect(after(workingDays(1), '2026-03-06 10:00')).toBe('2026-03-09 10:00');
    expect(after(workingHours(2), '2026-03-06 16:00')).toBe('2026-03-09 08:30');
  });
});
