import { isAtCutOff, type Count } from '../due/count-limit.ts';
import type { Limit } from '../due/due-request.ts';
import type { PreparedExtension, PreparedPause } from '../due/prepare-pauses.ts';
import type { PauseOutcome, Trace } from '../due/trace.ts';
import { MINUTE_MS } from '../instant.ts';
import { fromDayNumber } from '../local-date.ts';
import type { WorkingCalendar } from '../working-calendar.ts';
import { describeDay } from './describe-day.ts';
import { describeMove } from './describe-move.ts';
import type { LedgerDay, LedgerEntry, LedgerPause } from './ledger-entry.ts';

const toInstant = (minute: number): number => Math.round(minute * MINUTE_MS);

/** Writes the ledger while the count is made. */
export class LedgerWriter implements Trace {
  readonly entries: LedgerEntry[] = [];
  readonly #calendar: WorkingCalendar;
  readonly #limit: Limit | undefined;
  #firstUnconfirmed = Infinity;

  constructor(calendar: WorkingCalendar, limit: Limit | undefined) {
    this.#calendar = calendar;
    this.#limit = limit;
  }

  counted(from: number, count: Count, because: 'receipt' | 'restart' | 'same-day-pause'): void {
    const limit = this.#limit;
    if (limit === undefined || Number.isNaN(count.due)) return;
    const moved = describeMove(this.#calendar.table, from, count.start);
    this.entries.push({ kind: 'started', because, from: toInstant(from), at: toInstant(count.start), moved, limit });
    switch (limit.unit) {
      case 'working-hour':
        this.#listMinutes(count.start, count.due, 'limit');
        return;
      case 'calendar-day':
        this.#listCalendarDays(count, limit.amount);
        return;
      case 'working-day':
        if (limit.amount === 0) this.#listSameDay(count);
        else this.#listWorkingDays(count, limit.amount);
    }
  }

  paused(pause: PreparedPause, outcome: PauseOutcome, clippedFrom: number, before: number, count: Count): void {
    const counts = outcome !== 'before-start' && outcome !== 'after-due';
    this.entries.push({
      kind: 'pause',
      from: toInstant(pause.from),
      to: pause.to === Infinity ? null : toInstant(pause.to),
      rule: pause.rule,
      reasons: pause.reasons,
      outcome,
      countedFrom: counts ? toInstant(clippedFrom) : null,
      credit: outcome === 'credited' ? this.#creditOf(clippedFrom, pause.to) : null,
      dueBefore: toInstant(before),
      dueAfter: count.open ? null : toInstant(count.due),
    });
    if (outcome === 'credited' && count.due > before) this.#listCredit(before, count);
  }

  extended(extension: PreparedExtension, before: number, count: Count): void {
    this.entries.push({
      kind: 'extension',
      at: extension.at,
      newDue: toInstant(extension.newDue),
      dueBefore: toInstant(before),
      dueAfter: toInstant(count.due),
    });
  }

  /** The finished ledger. */
  close(dueAt: number | null): LedgerEntry[] {
    if (this.#firstUnconfirmed !== Infinity) {
      const confirmedThrough = fromDayNumber(this.#calendar.plan.confirmedThrough);
      this.entries.push({ kind: 'unconfirmed', from: fromDayNumber(this.#firstUnconfirmed), confirmedThrough });
    }
    this.entries.push({ kind: 'due', at: dueAt });
    return this.entries;
  }

  /** A limit in calendar days is credited in days, a same-day limit in nothing but its new start, all else in working time. */
  #creditOf(from: number, to: number): LedgerPause['credit'] {
    const { table } = this.#calendar;
    if (this.#limit?.unit === 'calendar-day') return { calendarDays: table.dayOf(to) - table.dayOf(from) };
    if (this.#limit?.unit === 'working-day' && this.#limit.amount === 0) return null;
    return { workingMinutes: table.workedBetween(from, to) };
  }

  #listCredit(before: number, count: Count): void {
    if (this.#limit?.unit === 'calendar-day') this.#listRoll(count.unrolled);
    else if (this.#limit?.unit !== 'working-day' || this.#limit.amount > 0) this.#listMinutes(before, count.due, 'pause');
  }

  #listWorkingDays({ start, due }: Count, days: number): void {
    const { table } = this.#calendar;
    const first = table.dayOf(start);
    const target = table.workingDayAfter(first, days);
    this.#addDay(first, 'limit', { counted: false, reason: 'start-day' });
    let ordinal = 0;
    for (let day = first + 1; day <= target; day += 1) {
      const counted = table.isWorkingDay(day);
      if (counted) ordinal += 1;
      this.#addDay(day, 'limit', { counted, ordinal: counted ? ordinal : null });
    }
    const asked = table.atClock(target, table.clockOf(start));
    if (asked < due) this.entries.push({ kind: 'forwarded', from: toInstant(asked), to: toInstant(due) });
  }

  #listSameDay({ start }: Count): void {
    const { table, document } = this.#calendar;
    const first = table.dayOf(start);
    if (!isAtCutOff(this.#calendar, start)) {
      this.#addDay(first, 'limit', { counted: true });
      return;
    }
    this.entries.push({ kind: 'cut-off', at: toInstant(start), cutOff: document.sameDayCutOff });
    this.#listWayTo(first + 1);
  }

  #listCalendarDays({ start, unrolled }: Count, days: number): void {
    const first = this.#calendar.table.dayOf(start);
    this.#addDay(first, 'limit', { counted: false, reason: 'start-day' });
    for (let ordinal = 1; ordinal <= days; ordinal += 1) this.#addDay(first + ordinal, 'limit', { counted: true, ordinal });
    this.#listRoll(unrolled);
  }

  #listRoll(unrolled: number): void {
    const rolled = this.#calendar.table.workingDayFrom(unrolled);
    if (rolled === unrolled) return;
    this.entries.push({ kind: 'rolled', from: fromDayNumber(unrolled), to: fromDayNumber(rolled) });
    this.#listWayTo(unrolled);
  }

  /** The days without work from a day on, and the working day they lead to. */
  #listWayTo(day: number): void {
    const rolled = this.#calendar.table.workingDayFrom(day);
    for (let passed = day; passed < rolled; passed += 1) this.#addDay(passed, 'roll', { counted: false });
    this.#addDay(rolled, 'roll', { counted: true });
  }

  #listMinutes(from: number, to: number, towards: 'limit' | 'pause'): void {
    const { table } = this.#calendar;
    const last = table.dayOf(to);
    for (let day = table.dayOf(from); day <= last; day += 1) {
      const minutes = table.workedBetween(Math.max(from, table.atClock(day, 0)), Math.min(to, table.atClock(day + 1, 0)));
      if (minutes > 0 || !table.isWorkingDay(day)) this.#addDay(day, towards, { counted: minutes > 0, minutes });
    }
  }

  #addDay(day: number, towards: LedgerDay['towards'], as: Pick<LedgerDay, 'counted'> & Partial<LedgerDay>): void {
    const { reason, name, confirmed, forecast } = describeDay(this.#calendar.plan, day);
    if (!confirmed && day < this.#firstUnconfirmed) this.#firstUnconfirmed = day;
    this.entries.push({
      kind: 'day',
      date: fromDayNumber(day),
      towards,
      counted: as.counted,
      reason: as.reason ?? reason,
      name,
      ordinal: as.ordinal ?? null,
      minutes: as.minutes ?? null,
      confirmed,
      forecast,
    });
  }
}
