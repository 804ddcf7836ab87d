import type { Period } from '../days/day-plan.ts';
import { readClock } from './read-clock.ts';
import { readList, UnreadableCalendar } from './reading.ts';

/** A day's periods in order of time; periods that touch are allowed, periods that overlap or cross midnight are not. */
export function readPeriods(value: unknown, where: string): readonly Period[] {
  const periods = readList(value, where).map((pair, index) => readPeriod(pair, `${where}[${index}]`));
  periods.sort((left, right) => left.open - right.open);
  periods.forEach((period, index) => {
    const previous = periods[index - 1];
    if (previous !== undefined && period.open < previous.close) {
      throw new UnreadableCalendar('calendar.periods-overlap', `${where} has periods that overlap.`);
    }
  });
  return periods;
}

function readPeriod(value: unknown, where: string): Period {
  const pair = readList(value, where);
  if (pair.length !== 2) {
    throw new UnreadableCalendar('calendar.period-invalid', `${where} must be two times, such as ["07:30", "11:30"].`);
  }
  const open = readMinute(pair[0], `${where}[0]`);
  const close = readMinute(pair[1], `${where}[1]`);
  if (open < close) return { open, close };
  throw new UnreadableCalendar(
    'calendar.period-invalid',
    `${where} closes at or before it opens. A period cannot cross midnight: end it at 24:00 and begin another at 00:00 on the next day.`,
  );
}

function readMinute(value: unknown, where: string): number {
  const seconds = readClock(value, where);
  if (seconds % 60 === 0) return seconds / 60;
  throw new UnreadableCalendar('calendar.time-invalid', `${where} has seconds; working time opens and closes at whole minutes.`);
}
