import { describe, expect, it } from '@jest/globals';
import { formatDate, formatMoment, formatPeriod, toBeginning, toLocalDate } from './dates.ts';
import { formatCount, formatDifference, formatFraction, formatPoints, formatShare } from './numbers.ts';
import { formatWorkingTime } from './working-time.ts';

describe('numbers', () => {
  it('have a decimal comma and thousands dots in Vietnamese', () => {
    expect(formatCount(23_794, 'vi')).toBe('23.794');
    expect(formatCount(23_794, 'en')).toBe('23,794');
    expect(formatShare(23_080, 23_794, 'vi')).toBe('97,0 %');
    expect(formatShare(23_080, 23_794, 'en')).toBe('97.0 %');
  });

  it('of a share are rounded half up on whole numbers', () => {
    expect(formatShare(1005, 10_000, 'en')).toBe('10.1 %');
    expect(formatShare(1, 2000, 'en')).toBe('0.1 %');
    expect(formatShare(5, 5, 'vi')).toBe('100,0 %');
  });

  it('of a target show no decimals that it does not have', () => {
    expect(formatFraction(0.8, 'vi')).toBe('80 %');
    expect(formatFraction(0.955, 'vi')).toBe('95,5 %');
  });

  it('of a difference carry their sign', () => {
    expect(formatPoints(0.0123, 'vi')).toBe('+1,2');
    expect(formatPoints(-0.2, 'en')).toBe('−20.0');
    expect(formatPoints(0.0001, 'vi')).toBe('±0,0');
    expect(formatDifference(-1200, 'vi')).toBe('−1.200');
  });
});

describe('dates', () => {
  it('are day, month, year in both languages', () => {
    expect(formatDate('2022-10-31')).toBe('31/10/2022');
    expect(formatMoment('2026-11-27T07:32:00Z', 'vi')).toBe('27/11/2026 14:32');
    expect(formatMoment('2026-11-27T07:32:00Z', 'en')).toBe('27/11/2026 14:32');
  });

  it('are read in the zone of the calendar', () => {
    expect(formatMoment('2016-01-12T21:00:00Z', 'vi', 'America/New_York')).toBe('12/01/2016 16:00');
    expect(formatMoment('2026-11-26T17:00:00Z', 'vi')).toBe('27/11/2026 00:00');
    expect(toLocalDate('2026-11-26T17:00:00Z')).toBe('2026-11-27');
    expect(toLocalDate('2026-11-26T16:59:59Z')).toBe('2026-11-26');
    expect(toBeginning('2026-11-27')).toBe('2026-11-26T17:00:00.000Z');
  });

  it('of a period say the year once where it is one', () => {
    expect(formatPeriod('2022-01-01', '2022-10-31')).toBe('01/01–31/10/2022');
    expect(formatPeriod('2021-12-01', '2022-01-31')).toBe('01/12/2021–31/01/2022');
  });
});

describe('working time', () => {
  it('is said as people count it', () => {
    expect(formatWorkingTime(480 + 180, 'vi')).toBe('còn 1 ngày 3 giờ làm việc');
    expect(formatWorkingTime(-960, 'vi')).toBe('quá hạn 2 ngày làm việc');
    expect(formatWorkingTime(90, 'vi')).toBe('còn 1 giờ 30 phút làm việc');
    expect(formatWorkingTime(5, 'vi')).toBe('còn 5 phút làm việc');
    expect(formatWorkingTime(0, 'vi')).toBe('đến hạn bây giờ');
  });

  it('knows one from many in English', () => {
    expect(formatWorkingTime(480 + 60, 'en')).toBe('1 day 1 hour of working time left');
    expect(formatWorkingTime(-1, 'en')).toBe('1 minute of working time late');
    expect(formatWorkingTime(2400 + 60, 'en')).toBe('5 days of working time left');
  });
});
