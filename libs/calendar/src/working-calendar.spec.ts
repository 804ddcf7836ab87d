import { describe, expect, it } from '@jest/globals';
import { at, getCalendar } from './testing/vietnam-time.ts';
import { vietnamCalendar } from './vietnam/vietnam-calendar.ts';
import {
  isOfficeMoment,
  isWorkingTime,
  lastDayOpening,
  nearestOfficeMoments,
  nextDayOpening,
  nextWorkingMinute,
  reaches,
  workingDaysBefore,
  workingMinutesBefore,
  workingMinutesBetween,
} from './working-calendar.ts';
import { isAtSameDayCutOff } from './due/count-limit.ts';

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

  it('is counted back to the later edge of a break', () => {
    expect(workingMinutesBefore(calendar, at('2026-03-02 17:00'), 209)).toBe(at('2026-03-02 13:31'));
    expect(workingMinutesBefore(calendar, at('2026-03-02 17:00'), 210)).toBe(at('2026-03-02 13:30'));
    expect(workingMinutesBefore(calendar, at('2026-03-02 17:00'), 211)).toBe(at('2026-03-02 11:29'));
    expect(workingMinutesBefore(calendar, at('2026-03-08 12:00:30'), 60)).toBe(at('2026-03-06 16:00'));
  });

  it('is counted back in days over Tết and over a swap', () => {
    expect(workingDaysBefore(calendar, at('2026-02-23 10:00'), 1)).toBe(at('2026-02-13 10:00'));
    expect(workingDaysBefore(calendar, at('2026-01-12 10:00'), 1)).toBe(at('2026-01-10 10:00'));
    expect(workingDaysBefore(calendar, at('2026-03-04 17:00'), 1)).toBe(at('2026-03-04 07:30'));
  });

  it('counts back beyond the earliest date asked for', () => {
    const moment = at('2026-03-02 08:30');
    const warm = getCalendar(vietnamCalendar);
    nextWorkingMinute(warm, at('1990-01-01 10:00'));
    for (const amount of [1, 5_000, 2_000_000]) {
      const fresh = getCalendar(vietnamCalendar);
      const found = workingMinutesBefore(fresh, moment, amount);
      expect(workingMinutesBetween(fresh, found, moment)).toBe(amount);
      expect(found).toBe(workingMinutesBefore(warm, moment, amount));
    }
    expect(workingDaysBefore(getCalendar(vietnamCalendar), moment, 6000)).toBe(workingDaysBefore(warm, moment, 6000));
  });

  it('opens on a later date than the moment it is asked for', () => {
    expect(nextDayOpening(calendar, at('2026-03-02 06:00'))).toBe(at('2026-03-03 07:30'));
    expect(nextDayOpening(calendar, at('2026-02-13 15:00'))).toBe(at('2026-02-23 07:30'));
  });

  it('is cut off for the same day at 15:00:00', () => {
    expect(isAtSameDayCutOff(calendar, at('2026-03-02 14:59:59'))).toBe(false);
    expect(isAtSameDayCutOff(calendar, at('2026-03-02 15:00'))).toBe(true);
    expect(isAtSameDayCutOff(calendar, at('2026-03-02 18:00'))).toBe(false);
  });

  it('opened last on the working day itself, once it has opened, or on the one before', () => {
    const opening = (text: string): number => lastDayOpening(calendar, at(text));
    expect(opening('2026-03-02 07:30')).toBe(at('2026-03-02 07:30'));
    expect(opening('2026-03-02 12:00')).toBe(at('2026-03-02 07:30'));
    expect(opening('2026-03-02 23:00')).toBe(at('2026-03-02 07:30'));
    expect(opening('2026-03-02 07:29:59')).toBe(at('2026-02-27 07:30'));
    expect(opening('2026-03-08 10:00')).toBe(at('2026-03-06 07:30'));
    expect(opening('2026-02-18 10:00')).toBe(at('2026-02-13 07:30'));
    expect(lastDayOpening(getCalendar(vietnamCalendar), at('1999-03-06 10:00'))).toBe(at('1999-03-05 07:30'));
  });

  it('throws outside of the years it reaches', () => {
    expect(['1812-01-01 10:00', '2026-03-02 10:00', '9999-12-31 00:00'].map((text) => reaches(calendar, at(text)))).toEqual([
      false,
      true,
      false,
    ]);
    expect(() => nextWorkingMinute(calendar, at('1812-01-01 10:00'))).toThrow(RangeError);
  });
});

describe('a moment at which somebody can be asked to come', () => {
  const isOne = (text: string): boolean => isOfficeMoment(calendar, at(text));
  const nearest = (text: string): number[] => Object.values(nearestOfficeMoments(calendar, at(text)));

  it('lies in working time or on a closing minute', () => {
    expect(['2026-03-02 07:30', '2026-03-02 11:30', '2026-03-02 17:00'].map(isOne)).toEqual([true, true, true]);
    expect(['2026-03-02 07:29', '2026-03-02 11:31', '2026-03-08 03:10'].map(isOne)).toEqual([false, false, false]);
  });

  it('has a close before and an opening after it where it is none', () => {
    expect(nearest('2026-03-08 03:10')).toEqual([at('2026-03-06 17:00'), at('2026-03-09 07:30')]);
    expect(nearest('2026-03-02 12:00')).toEqual([at('2026-03-02 11:30'), at('2026-03-02 13:30')]);
  });
});
