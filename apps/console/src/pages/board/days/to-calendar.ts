import type { Board } from '@motcua/contracts';
import { listDates, type Period } from '../../../scope/periods.ts';

/** What may be looked at by day: what came in on it, or what was overdue at its end. */
export const dayMeasures = ['received', 'open.overdue'] as const;
export type DayMeasure = (typeof dayMeasures)[number];

/** As many days as the service shows by day. */
const MOST_DAYS = 366;
const MS_A_DAY = 86_400_000;

export interface CalendarDay {
  readonly date: string;
  readonly count: number;
}

/** A month of a calendar: the days 1 to 31, undefined where there is no such day or it is not of the period. */
export interface CalendarMonth {
  readonly month: string;
  readonly days: readonly (CalendarDay | undefined)[];
}

/** The days of a period that are shown: all, or the last year of it. */
export function toShownDays({ from, to }: Period): Period {
  const first = new Date(Date.parse(to) - (MOST_DAYS - 1) * MS_A_DAY).toISOString().slice(0, 10);
  return { from: from < first ? first : from, to };
}

/** One measure of a board by day, as a calendar. Days without a row are 0; days after `today` have not been and are left out. */
export function toCalendar(rows: Board['rows'], { from, to }: Period, measure: DayMeasure, today: string): CalendarMonth[] {
  const counts = new Map(rows.map(({ key, indicators }) => [key, indicators[measure]?.value ?? 0]));
  const length = Math.round((Date.parse(to < today ? to : today) - Date.parse(from)) / MS_A_DAY) + 1;
  const months = new Map<string, (CalendarDay | undefined)[]>();
  for (const date of listDates(from, Math.max(0, length))) {
    const month = date.slice(0, 7);
    const days = months.get(month) ?? Array.from<CalendarDay | undefined>({ length: 31 });
    days[Number(date.slice(8)) - 1] = { date, count: counts.get(date) ?? 0 };
    months.set(month, days);
  }
  return [...months].map(([month, days]) => ({ month, days }));
}

/** What a calendar says in a sentence: the day with most, and on how many days there was any. Undefined: on none. */
export function summarize(months: readonly CalendarMonth[]): { readonly most: CalendarDay; readonly days: number } | undefined {
  const days = months.flatMap(({ days: ofMonth }) => ofMonth.filter((day) => day !== undefined && day.count > 0));
  const [first, ...others] = days.filter((day) => day !== undefined);
  if (first === undefined) return undefined;
  return { most: others.reduce((most, day) => (day.count > most.count ? day : most), first), days: days.length };
}
