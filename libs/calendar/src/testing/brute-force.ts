import type { CalendarDocument } from '../calendar-document.ts';
import type { DueRequest, Limit, Pause } from '../due/due-request.ts';
import { minuteShowing, wallAt } from './brute-clock.ts';

/**
 * The arithmetic of due moments again, by the plainest means: every minute is looked at one after the other. It shares nothing
 * with the library but types. It is the oracle of the property tests and the baseline of the benchmark.
 */
type Day = number;
const weekdayNames = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'] as const;
const HORIZON = 400 * 1440;

export class BruteForce {
  readonly #document: CalendarDocument;
  readonly #spans = new Map<Day, readonly (readonly [number, number])[]>();

  constructor(document: CalendarDocument) {
    this.#document = document;
  }

  /** The due moment in epoch milliseconds, null while an open pause counts. */
  due(request: DueRequest): number | null {
    const cut = (at: number): number => Math.floor(at / 60_000);
    const state = this.#count(request.limit, cut(request.receivedAt));
    const rule = request.pauseRule ?? 'subtract';
    for (const pause of mergeAll(request.pauses ?? [], rule, cut)) {
      const from = pause.from > state.start ? pause.from : state.start;
      if (from >= pause.to || from >= state.due) continue;
      if (pause.to === Infinity) return null;
      if (pause.rule === 'restart') Object.assign(state, this.#count(request.limit, pause.to));
      else this.#subtract(request.limit, from, pause.to, state);
    }
    return state.due * 60_000;
  }

  #subtract(limit: Limit, from: number, to: number, state: State): void {
    if (limit.unit === 'calendar-day') {
      state.unrolled += this.#dateOf(to) - this.#dateOf(from);
      state.due = this.#roll(state.unrolled);
    } else if (limit.amount === 0) state.due = this.#count(limit, to).due;
    else {
      let owed = 0;
      for (let minute = from; minute < to; minute += 1) if (this.works(minute)) owed += 1;
      state.due = this.#walk(state.due, owed);
    }
  }

  #count(limit: Limit, from: number): State {
    let start = from;
    while (!this.works(start)) start = tick(start, from);
    const date = this.#dateOf(start);
    if (limit.unit === 'working-hour') return { start, due: this.#walk(start, limit.amount * 60), unrolled: NaN };
    if (limit.unit === 'calendar-day') return { start, due: this.#roll(date + limit.amount), unrolled: date + limit.amount };
    const clock = wallAt(this.#document.timeZone, start) - date * 1440;
    if (limit.amount === 0) return { start, due: this.#sameDay(date, clock), unrolled: NaN };
    let day = date;
    for (let left = limit.amount; left > 0;) {
      day += 1;
      if (this.#periods(day).length > 0) left -= 1;
    }
    let due = minuteShowing(this.#document.timeZone, day * 1440 + clock);
    while (!this.works(due)) due += 1;
    return { start, due, unrolled: NaN };
  }

  #sameDay(date: Day, clock: number): number {
    const [hours = 0, minutes = 0, seconds = 0] = this.#document.sameDayCutOff.split(':').map(Number);
    if (clock * 60 < hours * 3600 + minutes * 60 + seconds) return this.#lastClose(date);
    return this.#roll(date + 1);
  }

  #roll(day: Day): number {
    let rolled = day;
    while (this.#periods(rolled).length === 0) rolled = tick(rolled, day);
    return this.#lastClose(rolled);
  }

  /** The earliest minute not before `from` with exactly `owed` working minutes behind it. */
  #walk(from: number, owed: number): number {
    let minute = from;
    for (let left = owed; left > 0; minute = tick(minute, from)) if (this.works(minute)) left -= 1;
    return minute;
  }

  works(minute: number): boolean {
    const date = this.#dateOf(minute);
    const inside = ([open, close]: readonly [number, number]): boolean => open <= minute && minute < close;
    return this.#spansOf(date).some(inside);
  }

  #lastClose(day: Day): number {
    return Math.max(...this.#spansOf(day).map(([, close]) => close));
  }

  #dateOf(minute: number): Day {
    return Math.floor(wallAt(this.#document.timeZone, minute) / 1440);
  }

  #spansOf(day: Day): readonly (readonly [number, number])[] {
    const known = this.#spans.get(day);
    if (known !== undefined) return known;
    const at = (text: string): number => {
      const [hours = 0, minutes = 0] = text.split(':').map(Number);
      return minuteShowing(this.#document.timeZone, day * 1440 + hours * 60 + minutes);
    };
    const spans = this.#periods(day).map(([open, close]) => [at(open), at(close)] as const);
    this.#spans.set(day, spans);
    return spans;
  }

  #periods(day: Day): readonly (readonly [string, string])[] {
    const { week, daysOff, workingDays, confirmedThrough } = this.#document;
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    const base = week[weekdayNames[((day % 7) + 7) % 7] ?? 'mon'] ?? [];
    if (date > confirmedThrough) return base;
    const own = workingDays.find((working) => working.date === date);
    if (own !== undefined) return own.periods;
    return daysOff.some((off) => off.date === date) ? [] : base;
  }
}

interface State {
  start: number;
  due: number;
  unrolled: number;
}

interface Interval {
  from: number;
  to: number;
  rule: 'subtract' | 'restart';
}

function tick(value: number, since: number): number {
  if (value - since > HORIZON) throw new Error('Looked further than the brute force is meant to.');
  return value + 1;
}

function mergeAll(pauses: readonly Pause[], fallback: 'subtract' | 'restart', cut: (at: number) => number): Interval[] {
  const all: Interval[] = [];
  for (const { from, to, rule } of pauses) {
    const next = { from: cut(from), to: to === undefined || to === null ? Infinity : cut(to), rule: rule ?? fallback };
    if (next.from !== next.to) all.push(next);
  }
  for (let merged = true; merged;) merged = mergeOnce(all);
  return all.sort((left, right) => left.from - right.from || left.rule.localeCompare(right.rule));
}

function mergeOnce(all: Interval[]): boolean {
  for (const left of all) {
    for (const right of all) {
      if (left === right || left.rule !== right.rule || left.from > right.to || right.from > left.to) continue;
      left.from = Math.min(left.from, right.from);
      left.to = Math.max(left.to, right.to);
      all.splice(all.indexOf(right), 1);
      return true;
    }
  }
  return false;
}
