import type { CalendarDocument } from '@motcua/calendar';
import type { Limit } from '../vocabulary.ts';

/**
 * Working time in Viet Nam again, by the plainest means: a mark for every minute of ten months, and walking. Minutes are since the
 * epoch. It shares nothing with the library but types; with `model.ts` it is the oracle of the property tests.
 */
const FIRST = Date.parse('2025-12-01T00:00:00+07:00') / 60_000;
const DAYS = 330;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

export interface Stretch {
  readonly from: number;
  /** Infinity while it is open. */
  readonly to: number;
}

export class WalkedTime {
  readonly #works: Uint8Array;
  readonly #cutOff: number;

  constructor(document: CalendarDocument) {
    this.#works = mark(document);
    this.#cutOff = toMinutes(document.sameDayCutOff);
  }

  works(minute: number): boolean {
    return this.#works[minute - FIRST] === 1;
  }

  /** Working minutes in `[from, to)`, one after the other. */
  count(from: number, to: number): number {
    let minutes = 0;
    for (let minute = from; minute < to; minute += 1) if (this.works(minute)) minutes += 1;
    return minutes;
  }

  firstFrom(minute: number): number {
    let found = minute;
    while (!this.works(found)) found = step(found);
    return found;
  }

  /** The due minute of a limit; null while a pause that counts is open. Pauses give their time back. */
  due(from: number, limit: Limit, pauses: readonly Stretch[]): number | null {
    const start = this.firstFrom(from);
    let due = this.#plain(start, limit);
    for (const pause of merge(pauses)) {
      const begin = Math.max(pause.from, start);
      if (begin >= pause.to || begin >= due) continue;
      if (pause.to === Infinity) return null;
      due = limit.amount === 0 ? this.#plain(this.firstFrom(pause.to), limit) : this.#walk(due, this.count(begin, pause.to));
    }
    return due;
  }

  /** The n-th working day after (n > 0) or before (n < 0) the date of a minute, at its clock time or the next working minute. */
  sameClock(minute: number, days: number): number {
    let day = dateOf(minute);
    for (let left = Math.abs(days); left > 0;) {
      day += Math.sign(days);
      if (this.count(midnight(day), midnight(day + 1)) > 0) left -= 1;
    }
    return this.firstFrom(midnight(day) + clockOf(minute));
  }

  /** The first working minute after the date of a minute. */
  nextOpening(minute: number): number {
    return this.firstFrom(midnight(dateOf(minute) + 1));
  }

  isTooLateForToday(minute: number): boolean {
    return clockOf(this.firstFrom(minute)) >= this.#cutOff;
  }

  #plain(start: number, { amount, unit }: Limit): number {
    if (unit === 'working-hour') return this.#walk(start, amount * 60);
    if (unit === 'calendar-day') throw new Error('No clock of the model has a limit in calendar days.');
    if (amount > 0) return this.sameClock(start, amount);
    const last = this.isTooLateForToday(start) ? this.nextOpening(start) : start;
    let close = midnight(dateOf(last) + 1);
    while (!this.works(close - 1)) close -= 1;
    return close;
  }

  #walk(from: number, owed: number): number {
    let minute = from;
    for (let left = owed; left > 0; minute = step(minute)) if (this.works(minute)) left -= 1;
    return minute;
  }
}

const dateOf = (minute: number): number => Math.floor((minute + 420) / 1440);
const clockOf = (minute: number): number => minute - midnight(dateOf(minute));
const midnight = (day: number): number => day * 1440 - 420;

function step(minute: number): number {
  if (minute > FIRST + DAYS * 1440) throw new Error('Walked out of the months that are marked.');
  return minute + 1;
}

function toMinutes(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

function mark({ week, daysOff, workingDays }: CalendarDocument): Uint8Array {
  const works = new Uint8Array(DAYS * 1440);
  for (let day = 0; day < DAYS; day += 1) {
    const date = new Date((FIRST + 420 + day * 1440) * 60_000);
    const text = date.toISOString().slice(0, 10);
    const base = daysOff.some((off) => off.date === text) ? [] : (week[weekdays[date.getUTCDay()] ?? 'sun'] ?? []);
    const periods = workingDays.find((working) => working.date === text)?.periods ?? base;
    for (const [open, close] of periods) {
      for (let minute = toMinutes(open); minute < toMinutes(close); minute += 1) works[day * 1440 + minute] = 1;
    }
  }
  return works;
}

/** What overlaps or touches becomes one; what is no whole minute is nothing. */
function merge(pauses: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const pause of pauses.filter(({ from, to }) => from < to).sort((left, right) => left.from - right.from)) {
    const last = merged.at(-1);
    if (last === undefined || pause.from > last.to) merged.push(pause);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, pause.to) };
  }
  return merged;
}
