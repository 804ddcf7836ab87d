import { startOfLocalDay, toLocalDate } from '@motcua/calendar';
import type { DayNumber, Instant, LocalDays } from '@motcua/indicators';

export const DAY_MS = 86_400_000;
const QUARTER_MS = 900_000;
const CACHE_LIMIT = 200_000;

/** Viet Nam is seven hours east of UTC without exception since this moment, so that its days are plain integer arithmetic. */
const VIETNAM = { zones: new Set(['Asia/Ho_Chi_Minh', 'Asia/Saigon']), since: Date.UTC(1975, 5, 13), offsetMs: 7 * 3_600_000 };

export const toDayNumber = (date: string): DayNumber => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
export const toDate = (day: DayNumber): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** Months since year 0, the bucket of a month's cells. */
export const toMonthNumber = (day: DayNumber): number => {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};
export const startOfMonth = (month: number): DayNumber => Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY_MS;

/** Local days by the calendar library's zones; offsets change on quarter hours only, which is what is remembered. */
class ZoneDays implements LocalDays {
  readonly #zones = new Map<string, Map<number, DayNumber>>();

  dayOf(timeZone: string, at: Instant): DayNumber {
    if (at >= VIETNAM.since && VIETNAM.zones.has(timeZone)) return Math.floor((at + VIETNAM.offsetMs) / DAY_MS);
    const quarters = this.#quartersOf(timeZone);
    const quarter = Math.floor(at / QUARTER_MS);
    const known = quarters.get(quarter);
    if (known !== undefined) return known;
    if (quarters.size > CACHE_LIMIT) quarters.clear();
    const day = toDayNumber(toLocalDate(timeZone, at));
    quarters.set(quarter, day);
    return day;
  }

  startOf(timeZone: string, day: DayNumber): Instant {
    const start = day * DAY_MS - VIETNAM.offsetMs;
    if (start >= VIETNAM.since && VIETNAM.zones.has(timeZone)) return start;
    return startOfLocalDay(timeZone, toDate(day));
  }

  #quartersOf(timeZone: string): Map<number, DayNumber> {
    const known = this.#zones.get(timeZone);
    if (known !== undefined) return known;
    const quarters = new Map<number, DayNumber>();
    this.#zones.set(timeZone, quarters);
    return quarters;
  }
}

/** Throws RangeError on an unknown zone. */
export const localDays: LocalDays = new ZoneDays();

/** `@Inject(LOCAL_DAYS) days: LocalDays` */
export const LOCAL_DAYS = Symbol('LOCAL_DAYS');
