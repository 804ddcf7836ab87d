import { describe, expect, it } from '@jest/globals';
import type { CalendarDocument } from '../calendar-document.ts';
import { answerOf, at, calendarDays, getCalendar, sameDay, workingDays, workingHours } from '../testing/vietnam-time.ts';
import { vietnamCalendar } from '../vietnam/vietnam-calendar.ts';
import { dueMoment } from './due-moment.ts';
import type { Limit } from './due-request.ts';

const calendar = getCalendar(vietnamCalendar);
const withSaturdayMorning = getCalendar({ ...vietnamCalendar, week: { ...vietnamCalendar.week, sat: [['07:30', '11:30']] } });
const allDay = [['00:00', '24:00']] as const;
const roundTheClock: CalendarDocument = {
  ...vietnamCalendar,
  week: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
  daysOff: [],
  workingDays: [],
};

const due = (received: string, limit: Limit, on = calendar): string =>
  answerOf(dueMoment(on, { receivedAt: at(received), limit }));

describe('the start', () => {
  it.each([
    ['before opening', '2026-03-02 07:10', '2026-03-03 07:30'],
    ['in the lunch break', '2026-03-02 12:00', '2026-03-03 13:30'],
    ['at the morning’s close', '2026-03-02 11:30', '2026-03-03 13:30'],
    ['at closing time sharp', '2026-03-02 17:00', '2026-03-04 07:30'],
    ['on a Sunday', '2026-03-08 09:00', '2026-03-10 07:30'],
    ['in the last second of the day', '2026-03-02 16:59:59', '2026-03-03 16:59'],
    ['in Tết', '2026-02-17 09:00', '2026-02-24 07:30'],
  ])('moves a receipt %s to the next working minute', (_, received, expected) => {
    expect(due(received, workingDays(1))).toBe(expected);
  });
});

describe('working days', () => {
  it('end at the clock time of the start', () => {
    expect(due('2026-03-02 10:00', workingDays(2))).toBe('2026-03-04 10:00');
  });

  it('are no multiples of 24 working hours', () => {
    expect(due('2026-03-02 10:00', workingDays(1))).toBe('2026-03-03 10:00');
  });

  it('pass over weekends, holidays and swapped days, and count make-up Saturdays', () => {
    expect(due('2026-08-20 10:00', workingDays(2))).toBe('2026-08-22 10:00');
    expect(due('2026-08-28 10:00', workingDays(1))).toBe('2026-09-03 10:00');
  });

  it('run on to the next working minute where the clock time falls outside a half-day', () => {
    expect(due('2026-03-06 15:00', workingDays(1), withSaturdayMorning)).toBe('2026-03-09 07:30');
    expect(due('2026-03-06 10:00', workingDays(1), withSaturdayMorning)).toBe('2026-03-07 10:00');
  });

  it('may be thousands', () => {
    expect(due('2020-01-01 10:00', workingDays(5000))).toMatch(/^2039-/);
  });
});

describe('the same day', () => {
  it.each([
    ['a minute before the cut-off, the last close of that day', '2026-03-02 14:59:59', '2026-03-02 17:00'],
    ['at the cut-off, the last close of the next working day', '2026-03-02 15:00', '2026-03-03 17:00'],
    ['after the cut-off on a Friday, the last close on Monday', '2026-03-06 16:00', '2026-03-09 17:00'],
    ['after closing, the last close of the next working day', '2026-03-02 17:30', '2026-03-03 17:00'],
  ])('is, %s', (_, received, expected) => {
    expect(due(received, sameDay)).toBe(expected);
  });

  it('ends at noon on a half-day', () => {
    expect(due('2026-03-07 08:00', sameDay, withSaturdayMorning)).toBe('2026-03-07 11:30');
  });

  it('keeps the seconds of a cut-off', () => {
    const odd = getCalendar({ ...vietnamCalendar, sameDayCutOff: '15:00:30' });
    expect(due('2026-03-02 15:00:59', sameDay, odd)).toBe('2026-03-02 17:00');
    expect(due('2026-03-02 15:01', sameDay, odd)).toBe('2026-03-03 17:00');
  });
});

describe('working hours', () => {
  it.each([
    ['end with the morning rather than begin the afternoon', '2026-03-02 07:30', 4, '2026-03-02 11:30'],
    ['pass over the lunch break', '2026-03-02 10:00', 2, '2026-03-02 14:00'],
    ['go on the next morning', '2026-03-02 07:30', 8, '2026-03-03 08:00'],
    ['end with the day', '2026-03-06 16:00', 1, '2026-03-06 17:00'],
  ])('%s', (_, received, hours, expected) => {
    expect(due(received, workingHours(hours))).toBe(expected);
  });

  it('do not pause at midnight in a calendar that never closes', () => {
    expect(due('2026-03-02 23:30', workingHours(1), getCalendar(roundTheClock))).toBe('2026-03-03 00:30');
    expect(due('2026-03-02 23:00', workingHours(25), getCalendar(roundTheClock))).toBe('2026-03-04 00:00');
  });
});

describe('calendar days', () => {
  it('end at the last close of the day', () => {
    expect(due('2026-03-02 10:00', calendarDays(3))).toBe('2026-03-05 17:00');
  });

  it('roll to the next working day', () => {
    expect(due('2026-03-02 10:00', calendarDays(5))).toBe('2026-03-09 17:00');
    expect(due('2026-08-26 10:00', calendarDays(5))).toBe('2026-09-03 17:00');
  });

  it('count from the date of the start, not of the receipt', () => {
    expect(due('2026-03-02 18:00', calendarDays(1))).toBe('2026-03-04 17:00');
  });
});

describe('what is refused', () => {
  it.each<[string, Limit]>([
    ['half a day', workingDays(1.5)],
    ['a negative amount', workingHours(-1)],
    ['zero hours', workingHours(0)],
    ['zero calendar days', calendarDays(0)],
    ['no number', workingDays(NaN)],
    ['another unit', { amount: 1, unit: 'week' as 'working-day' }],
  ])('a limit of %s', (_, limit) => {
    expect(due('2026-03-02 10:00', limit)).toBe('calendar.limit-invalid');
  });

  it('a receipt that is no moment, or of another age', () => {
    expect(answerOf(dueMoment(calendar, { receivedAt: NaN, limit: sameDay }))).toBe('calendar.received-invalid');
    expect(due('1812-01-01 10:00', sameDay)).toBe('calendar.received-invalid');
  });

  it('a limit that the calendar cannot meet', () => {
    const oneDay = getCalendar({
      ...vietnamCalendar,
      week: {},
      daysOff: [],
      workingDays: vietnamCalendar.workingDays.slice(0, 1),
    });
    expect(due('2024-05-04 10:00', workingDays(1), oneDay)).toBe('calendar.limit-unreachable');
    expect(due('2024-05-04 16:00', workingHours(2), oneDay)).toBe('calendar.limit-unreachable');
    expect(due('2024-05-04 16:00', workingHours(1), oneDay)).toBe('2024-05-04 17:00');
    expect(due('2026-03-02 10:00', workingDays(1_000_000))).toBe('calendar.limit-unreachable');
  });
});

describe('beyond what is confirmed', () => {
  it('counts the base week, whatever the forecast', () => {
    expect(due('2026-12-31 10:00', workingDays(1))).toBe('2027-01-01 10:00');
    const confirmed = getCalendar({ ...vietnamCalendar, confirmedThrough: '2027-12-31' });
    expect(due('2026-12-31 10:00', workingDays(1), confirmed)).toBe('2027-01-04 10:00');
  });
});
