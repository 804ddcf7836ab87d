import { describe, expect, it } from '@jest/globals';
import { at, getCalendar } from './testing/vietnam-time.ts';
import { vietnamCalendar } from './vietnam/vietnam-calendar.ts';
import { isWorkingTime, nextWorkingMinute, workingMinutesBetween } from './working-calendar.ts';

const calendar = getCalendar(vietnamCalendar);

describe('working time', () => {
  it('is half-open', () => {
    expect(isWorkingTime(calendar, at('2026-03-02 07:30'))).toBe(true);
    expect(isWorkingTime(calendar, at('2026-03-02 11:29:59'))).toBe(true);
    expect(isWorkingTime(calendar, at('2026-03-02 11:30'))).toBe(false);
    expect(isWorkingTime(calendar, at('2026-03-07 09:00'))).toBe(false);
    expect(isWorkingTime(calendar, at('2026-01-10 09:00'))).toBe(true);
  });

  it('is counted in minutes between moments cut to minutes', () => {
    expect(workingMinutesBetween(calendar, at('2026-03-02 11:00:59'), at('2026-03-02 13:31:01'))).toBe(31);
    expect(workingMinutesBetween(calendar, at('2026-03-06 16:00'), at('2026-03-09 08:00'))).toBe(90);
    expect(workingMinutesBetween(calendar, at('2026-03-09 08:00'), at('2026-03-06 16:00'))).toBe(0);
  });

  it('begins again at the next open', () => {
    expect(nextWorkingMinute(calendar, at('2026-02-13 17:00'))).toBe(at('2026-02-23 07:30'));
    expect(nextWorkingMinute(calendar, at('2026-03-02 10:00:30'))).toBe(at('2026-03-02 10:00'));
  });

  it('answers earlier dates after later ones', () => {
    const fresh = getCalendar(vietnamCalendar);
    expect(nextWorkingMinute(fresh, at('2026-03-01 10:00'))).toBe(at('2026-03-02 07:30'));
    expect(nextWorkingMinute(fresh, at('1999-03-06 10:00'))).toBe(at('1999-03-08 07:30'));
    expect(workingMinutesBetween(fresh, at('1999-03-08 07:30'), at('2026-03-02 07:30'))).toBeGreaterThan(3_000_000);
  });

  it('throws outside of the years it reaches', () => {
    expect(() => nextWorkingMinute(calendar, at('1812-01-01 10:00'))).toThrow(RangeError);
  });
});
