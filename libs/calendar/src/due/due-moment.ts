import { MINUTE_MS } from '../instant.ts';
import { refuse } from '../refusal.ts';
import type { WorkingCalendar } from '../working-calendar.ts';
import { applySteps } from './apply-steps.ts';
import { countLimit, type Count } from './count-limit.ts';
import type { DueRequest, DueResult, GivenDue, Limit, Pause, PauseRule } from './due-request.ts';
import { prepareSteps } from './prepare-pauses.ts';
import type { Trace } from './trace.ts';

/**
 * The due moment of a dossier: rules 1 to 9 of the arithmetic (README). Instants are epoch milliseconds; the result is a
 * whole minute, except where an extension with seconds stands unmoved or is moved.
 * Codes: `calendar.received-invalid`, `.limit-invalid`, `.limit-unreachable`, `.pause-invalid`, `.extension-invalid`.
 */
export function dueMoment(calendar: WorkingCalendar, request: DueRequest): DueResult {
  return traceDue(calendar, request, undefined);
}

export function traceDue(calendar: WorkingCalendar, request: DueRequest, trace: Trace | undefined): DueResult {
  const { limit, receivedAt, pauses, extensions } = request;
  if (!isLimit(limit)) return limitInvalid();
  const received = Math.floor(receivedAt / MINUTE_MS);
  const count: Count = { start: NaN, due: NaN, unrolled: NaN, open: false };
  if (Number.isNaN(calendar.table.dayOf(received))) {
    return refuse('calendar.received-invalid', 'The moment of receipt must be a moment between 1900 and 2499.');
  }
  countLimit(calendar, limit, received, count);
  trace?.counted(received, count, 'receipt');
  if ((pauses?.length ?? 0) > 0 || (extensions?.length ?? 0) > 0) {
    const prepared = prepareSteps(pauses ?? [], request.pauseRule ?? 'subtract', extensions);
    if (!prepared.ok) return prepared;
    applySteps({ calendar, limit, trace }, prepared.steps, count);
  }
  return toResult(count);
}

/**
 * Moves a due moment that is already given by the pauses that begin after it was given, by rule 6: how a supplied or an extended
 * due lives on. A restart counts the limit afresh and so discards the given due; with no limit known every pause is credited in
 * working time. The due keeps its seconds.
 */
export function addPauses(
  calendar: WorkingCalendar,
  given: GivenDue,
  pauses: readonly Pause[],
  pauseRule: PauseRule = 'subtract',
): DueResult {
  return tracePauses(calendar, given, { pauses, pauseRule }, undefined);
}

export function tracePauses(
  calendar: WorkingCalendar,
  given: GivenDue,
  { pauses, pauseRule }: { pauses: readonly Pause[]; pauseRule: PauseRule },
  trace: Trace | undefined,
): DueResult {
  const { limit, givenAt = -Infinity, start } = given;
  if (limit !== undefined && !isLimit(limit)) return limitInvalid();
  if (!Number.isFinite(given.due)) return refuse('calendar.due-invalid', 'The given due must be a moment.');
  const later = pauses.filter(({ from }) => !(from <= givenAt));
  const prepared = prepareSteps(later, pauseRule);
  if (!prepared.ok) return prepared;
  const due = given.due / MINUTE_MS;
  const count: Count = {
    start: start === undefined ? -Infinity : calendar.table.nextWorking(Math.floor(start / MINUTE_MS)),
    due,
    unrolled: prepared.steps.length === 0 ? NaN : calendar.table.dayOf(due),
    open: false,
  };
  applySteps({ calendar, limit, trace }, prepared.steps, count);
  return toResult(count);
}

const units: readonly string[] = ['working-day', 'working-hour', 'calendar-day'];

/** Asks what the type already promises: a limit may come from a file or a wire that kept no promise. */
function isLimit({ amount, unit }: Limit): boolean {
  if (!Number.isInteger(amount)) return false;
  return amount > 0 ? units.includes(unit) : amount === 0 && unit === 'working-day';
}

function limitInvalid(): DueResult {
  return refuse(
    'calendar.limit-invalid',
    'A limit is a whole number of working days, working hours or calendar days; 0 is allowed in working days alone (the same day).',
  );
}

function toResult({ due, open }: Count): DueResult {
  if (!(Math.abs(due) < Infinity)) {
    return refuse(
      'calendar.limit-unreachable',
      'The limit cannot be met: the calendar has too little working time ahead (it is counted to 2499).',
    );
  }
  const at = Math.round(due * MINUTE_MS);
  return open ? { ok: true, dueAt: null, beforeOpenPause: at } : { ok: true, dueAt: at, beforeOpenPause: null };
}
