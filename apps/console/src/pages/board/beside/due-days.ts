import { toLocalDate } from '../../../format/dates.ts';
import { listDates } from '../../../scope/periods.ts';

/** So far ahead it is looked. */
export const DAYS_AHEAD = 10;

export interface DueDay {
  readonly date: string;
  readonly count: number;
}

/**
 * How many fall due on each of the next days, today first; what is overdue already is none of them.
 *
 * @param dues ISO 8601, each with the zone in which its day is counted
 */
export function countDueDays(
  dues: readonly { readonly due: string | null; readonly timeZone: string }[],
  today: string,
): DueDay[] {
  const counts = new Map<string, number>();
  for (const { due, timeZone } of dues) {
    if (due === null) continue;
    const date = toLocalDate(due, timeZone);
    counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  return listDates(today, DAYS_AHEAD).map((date) => ({ date, count: counts.get(date) ?? 0 }));
}
