import type { WorkingCalendar } from '../working-calendar.ts';
import { countLimit, rollToLastClose, type Count } from './count-limit.ts';
import type { Limit } from './due-request.ts';
import type { PreparedExtension, PreparedPause, Step } from './prepare-pauses.ts';
import type { PauseOutcome, Trace } from './trace.ts';

/** What moves a count. Without a limit (a due supplied from outside) every pause is credited in working time. */
export interface Counting {
  readonly calendar: WorkingCalendar;
  readonly limit: Limit | undefined;
  readonly trace: Trace | undefined;
}

/** Rules 6, 7 and 9, in the order of the steps. */
export function applySteps(counting: Counting, steps: readonly Step[], count: Count): void {
  for (const step of steps) {
    if (step.kind === 'extension') applyExtension(counting, step, count);
    else if (!count.open) applyPause(counting, step, count);
  }
}

function applyPause(counting: Counting, pause: PreparedPause, count: Count): void {
  const from = Math.max(pause.from, count.start);
  const before = count.due;
  const outcome = classify(counting, pause, from, count);
  switch (outcome) {
    case 'before-start':
    case 'after-due':
      break;
    case 'open':
      count.open = true;
      break;
    case 'credited':
      credit(counting, from, pause.to, count);
      break;
    case 'restarted':
      if (counting.limit !== undefined) countLimit(counting.calendar, counting.limit, pause.to, count);
  }
  counting.trace?.paused(pause, outcome, from, before, count);
  if (outcome === 'restarted') counting.trace?.counted(pause.to, count, 'restart');
}

/** A pause counts, whole, if something of it is left after clipping and that begins before the due found so far. */
function classify({ limit }: Counting, pause: PreparedPause, from: number, count: Count): PauseOutcome {
  if (from >= pause.to) return 'before-start';
  if (!(from < count.due)) return 'after-due';
  if (pause.to === Infinity) return 'open';
  return pause.rule === 'restart' && limit !== undefined ? 'restarted' : 'credited';
}

function credit({ calendar, limit, trace }: Counting, from: number, to: number, count: Count): void {
  if (limit?.unit === 'calendar-day') creditCalendarDays(calendar, from, to, count);
  else if (limit?.unit === 'working-day' && limit.amount === 0) creditSameDay(calendar, limit, to, count, trace);
  else count.due = calendar.table.advance(count.due, calendar.table.workedBetween(from, to));
}

/** The unrolled date grows by the difference of the dates and is rolled anew. Nothing moves if the dates are equal. */
function creditCalendarDays(calendar: WorkingCalendar, from: number, to: number, count: Count): void {
  const days = calendar.table.dayOf(to) - calendar.table.dayOf(from);
  if (days === 0) return;
  count.unrolled += days;
  count.due = rollToLastClose(calendar, count.unrolled);
}

/** Rules 1 and 3 afresh from the pause's end; a due that an officer gave is never brought forward by it. The start stays. */
function creditSameDay(calendar: WorkingCalendar, limit: Limit, to: number, count: Count, trace: Trace | undefined): void {
  const afresh: Count = { ...count };
  countLimit(calendar, limit, to, afresh);
  count.due = Math.max(count.due, afresh.due);
  trace?.counted(to, afresh, 'same-day-pause');
}

function applyExtension({ calendar, trace }: Counting, extension: PreparedExtension, count: Count): void {
  const before = count.due;
  if (!(extension.newDue <= before)) {
    count.due = extension.newDue;
    count.unrolled = calendar.table.dayOf(extension.newDue);
  }
  trace?.extended(extension, before, count);
}
