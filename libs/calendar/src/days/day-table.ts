import { toDayNumber } from '../local-date.ts';
import type { Zone } from '../zone/zone.ts';
import { placePeriods } from './day-periods.ts';
import { periodsOn, type DayPlan } from './day-plan.ts';

/** Moments outside these dates are answered with `NaN`: nothing promised at a counter lies there, and tables stay small. */
const FIRST_DAY = toDayNumber('1900-01-01');
const LAST_DAY = toDayNumber('2500-01-01');
const STEP = 2 * 366;

/**
 * The compiled calendar: for every local day its start, its periods on the time line and two running totals (working days,
 * working minutes), so that counting is subtraction and look-up. Grows forward by appending and backward by starting again.
 * All moments are minutes since 1970-01-01T00:00Z; all days are day numbers. What is out of reach is `NaN`.
 */
export class DayTable {
  readonly #plan: DayPlan;
  readonly #zone: Zone;
  #firstDay = NaN;
  /** One longer than there are days: the last is the end of the last day. */
  readonly #dayStarts: number[] = [];
  /** Index of the first period at or after the day's start. */
  readonly #dayPeriods: number[] = [];
  readonly #workingDaysBefore: number[] = [];
  readonly #workingDays: number[] = [];
  readonly #opens: number[] = [];
  readonly #closes: number[] = [];
  readonly #workedBefore: number[] = [];
  #worked = 0;

  constructor(plan: DayPlan, zone: Zone) {
    this.#plan = plan;
    this.#zone = zone;
  }

  /** The local day of a moment. */
  dayOf(minute: number): number {
    const index = this.#indexOf(minute); // First: it may move the first day.
    return this.#firstDay + index;
  }

  /** Minutes after midnight that the wall clock shows. */
  clockOf(minute: number): number {
    const index = this.#indexOf(minute);
    const start = this.#dayStarts[index] ?? NaN;
    if ((this.#dayStarts[index + 1] ?? NaN) - start === 1440) return minute - start;
    return Number.isNaN(index) ? NaN : this.#zone.toWall(minute) - (this.#firstDay + index) * 1440;
  }

  /** The moment the wall clock shows `clock` minutes after midnight on that day. */
  atClock(day: number, clock: number): number {
    const index = day - this.#firstDay;
    const start = this.#dayStarts[index] ?? NaN;
    if ((this.#dayStarts[index + 1] ?? NaN) - start === 1440) return start + clock;
    return this.#zone.toMinute(day * 1440 + clock);
  }

  /** The n-th working day after a day, n ≥ 1. */
  workingDayAfter(day: number, n: number): number {
    return this.#workingDayNumber(this.#workingDaysThrough(day) + n - 1);
  }

  /** The day itself if it is a working day, else the next that is one. */
  workingDayFrom(day: number): number {
    return this.#workingDayNumber(this.#workingDaysThrough(day - 1));
  }

  /** The n-th working day before a day, n ≥ 1. */
  workingDayBefore(day: number, n: number): number {
    let ordinal = this.#workingDaysThrough(day - 1) - n;
    while (ordinal < 0 && this.#growBack()) ordinal = this.#workingDaysThrough(day - 1) - n;
    return this.#workingDays[ordinal] ?? NaN;
  }

  isWorkingDay(day: number): boolean {
    return this.workingDayFrom(day) === day;
  }

  /** The last close of a working day. */
  lastClose(day: number): number {
    return this.#closes[(this.#dayPeriods[day - this.#firstDay + 1] ?? NaN) - 1] ?? NaN;
  }

  isWorking(minute: number): boolean {
    return (this.#opens[this.#periodFrom(minute)] ?? NaN) <= minute;
  }

  /** The first working minute at or after a moment. */
  nextWorking(minute: number): number {
    return Math.max(minute, this.#opens[this.#periodFrom(minute)] ?? NaN);
  }

  /** Working minutes in `[from, to)`; a fraction of a minute counts as that fraction. */
  workedBetween(from: number, to: number): number {
    const before = this.#workedAt(from);
    return this.#workedAt(to) - before;
  }

  /** The earliest moment with exactly `credit` working minutes in `[minute, moment)`; without credit the minute itself. */
  advance(minute: number, credit: number): number {
    if (credit === 0) return minute;
    const first = this.#periodFrom(minute);
    const target = this.#workedAt(minute) + credit;
    while (this.#worked < target && this.#grow());
    if (!(this.#worked >= target)) return NaN;
    const period = this.#lastPeriodBefore(target, first);
    return (this.#opens[period] ?? NaN) + target - (this.#workedBefore[period] ?? NaN);
  }

  /** The latest working minute with exactly `debit` working minutes in `[it, minute)`, debit ≥ 1: of a break's two edges the later. */
  retreat(minute: number, debit: number): number {
    let target = this.#workedAt(minute) - debit;
    while (target < 0 && this.#growBack()) target = this.#workedAt(minute) - debit;
    if (!(target >= 0)) return NaN;
    const period = this.#lastPeriodBefore(target + 1, 0); // All are whole minutes: less than target + 1 is at most target.
    return (this.#opens[period] ?? NaN) + target - (this.#workedBefore[period] ?? NaN);
  }

  /** The last period, from `first` on, that begins with less than `target` worked: it is the one in which the target is reached. */
  #lastPeriodBefore(target: number, first: number): number {
    let low = first;
    let width = 2;
    while ((this.#workedBefore[low + width] ?? Infinity) < target) {
      low += width;
      width *= 2;
    }
    let high = low + width;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#workedBefore[middle] ?? Infinity) < target) low = middle;
      else high = middle;
    }
    return low;
  }

  #workedAt(minute: number): number {
    const period = this.#periodFrom(minute);
    const into = minute - (this.#opens[period] ?? NaN);
    return (this.#workedBefore[period] ?? NaN) + (into < 0 ? 0 : into);
  }

  /** Index of the first period that closes after the minute. */
  #periodFrom(minute: number): number {
    let period = this.#dayPeriods[this.#indexOf(minute)] ?? NaN;
    while ((this.#closes[period] ?? Infinity) <= minute) period += 1;
    while (period >= this.#opens.length && this.#grow());
    return period;
  }

  #workingDaysThrough(day: number): number {
    const index = day + 1 - this.#firstDay;
    const known = this.#workingDaysBefore[index];
    if (known !== undefined) return known;
    return this.#cover(day) ? (this.#workingDaysBefore[day + 1 - this.#firstDay] ?? NaN) : NaN;
  }

  #workingDayNumber(ordinal: number): number {
    while (this.#workingDays.length <= ordinal && this.#grow());
    return this.#workingDays[ordinal] ?? NaN;
  }

  /** Index of the day of a minute: the guess by division is at most one day off, by the zone's changes. */
  #indexOf(minute: number): number {
    const starts = this.#dayStarts;
    if (!(minute >= (starts[0] ?? Infinity) && minute < (starts[starts.length - 1] ?? -Infinity))) {
      if (!this.#cover(Math.floor(minute / 1440))) return NaN;
      return this.#indexOf(minute);
    }
    const guess = Math.floor((minute - (starts[0] ?? NaN)) / 1440);
    if ((starts[guess] ?? Infinity) > minute) return guess - 1;
    return (starts[guess + 1] ?? Infinity) <= minute ? guess + 1 : guess;
  }

  /** Makes the table hold a day and its neighbours. */
  #cover(day: number): boolean {
    if (!(day > FIRST_DAY + 2 && day < LAST_DAY - 4)) return false;
    if (!(day - 2 >= this.#firstDay)) this.#startAt(Math.max(FIRST_DAY, day - STEP));
    this.#extendTo(day + 4);
    return true;
  }

  #grow(): boolean {
    const end = this.#firstDay + this.#dayStarts.length - 1;
    if (!(end < LAST_DAY)) return false;
    this.#extendTo(end + STEP);
    return true;
  }

  #growBack(): boolean {
    return this.#cover(this.#firstDay + 1);
  }

  #startAt(day: number): void {
    const end = this.#firstDay + this.#dayStarts.length - 1;
    this.#firstDay = day;
    // Emptied in place: an expression that holds one of them goes on to read the new content.
    for (const column of [this.#workingDays, this.#opens, this.#closes, this.#workedBefore]) column.length = 0;
    this.#dayStarts.splice(0, Infinity, this.#zone.toMinute(day * 1440));
    this.#dayPeriods.splice(0, Infinity, 0);
    this.#workingDaysBefore.splice(0, Infinity, 0);
    this.#worked = 0;
    if (end > day) this.#extendTo(end);
  }

  #extendTo(end: number): void {
    const last = Math.min(end, LAST_DAY);
    for (let day = this.#firstDay + this.#dayStarts.length - 1; day < last; day += 1) this.#appendDay(day);
  }

  #appendDay(day: number): void {
    const start = this.#dayStarts[day - this.#firstDay] ?? NaN;
    const end = this.#zone.toMinute((day + 1) * 1440);
    for (const { open, close } of placePeriods(this.#zone, day, start, end, periodsOn(this.#plan, day))) {
      this.#opens.push(open);
      this.#closes.push(close);
      this.#workedBefore.push(this.#worked);
      this.#worked += close - open;
    }
    if (this.#opens.length > (this.#dayPeriods[day - this.#firstDay] ?? NaN)) this.#workingDays.push(day);
    this.#dayStarts.push(end);
    this.#dayPeriods.push(this.#opens.length);
    this.#workingDaysBefore.push(this.#workingDays.length);
  }
}
