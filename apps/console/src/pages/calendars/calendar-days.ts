import type { CalendarDocument } from '@motcua/contracts';

export type DayKind = 'working' | 'weekend' | 'off' | 'madeUp';

/** A day of a calendar and, where it is not as its week says, why. */
export interface CalendarDay {
  readonly date: string;
  readonly kind: DayKind;
  readonly why?: string;
}

const weekDays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
type Periods = CalendarDocument['workingDays'][number]['periods'];

/** Working periods that the base week has on the week day of a date. */
export const periodsOfWeek = ({ week }: CalendarDocument, date: string): Periods =>
  week[weekDays[new Date(date).getUTCDay()] ?? 'sun'] ?? [];

/** Every day of a year, by what the calendar says of it: a day that is worked beats a day off, which beats the week. */
export function listDays(calendar: CalendarDocument, year: number): CalendarDay[] {
  const off = new Map(calendar.daysOff.map(({ date, name }) => [date, name]));
  const worked = new Map(calendar.workingDays.map((day) => [day.date, day]));
  const days: CalendarDay[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10);
    const madeUp = worked.get(date);
    const name = off.get(date);
    if (madeUp !== undefined) days.push({ date, kind: madeUp.periods.length === 0 ? 'off' : 'madeUp', why: madeUp.name });
    else if (name !== undefined) days.push({ date, kind: 'off', why: name });
    else days.push({ date, kind: periodsOfWeek(calendar, date).length === 0 ? 'weekend' : 'working' });
  }
  return days;
}

export interface Swap {
  /** The day that becomes one off. */
  readonly off: string;
  /** The day that is worked for it; null: none, it is a holiday more. */
  readonly worked: string | null;
  readonly name: string;
}

/** The next version of a calendar: one day off, and another with its hours. Whatever was said of the two days before is replaced. */
export function toSwapped(calendar: CalendarDocument, { off, worked, name }: Swap): CalendarDocument {
  const isOther = ({ date }: { readonly date: string }): boolean => date !== off && date !== worked;
  const made = worked === null ? [] : [{ date: worked, periods: periodsOfWeek(calendar, off), name }];
  return {
    ...calendar,
    version: calendar.version + 1,
    daysOff: byDate([...calendar.daysOff.filter(isOther), { date: off, name }]),
    workingDays: byDate([...calendar.workingDays.filter(isOther), ...made]),
  };
}

const byDate = <Day extends { readonly date: string }>(days: Day[]): Day[] =>
  days.toSorted((one, other) => one.date.localeCompare(other.date));
