import type { Instant, LocalDays } from '../instant.ts';
import { documentsUnknown } from './documents.ts';
import type { DossierState } from './dossier-state.ts';
import type { Responsibility } from './responsibility.ts';
import type { DayComparison, ResponsibilityInterval } from './responsibility-interval.ts';

/**
 * The responsibility intervals of a dossier, in order; one at least. `history` is never empty. A dossier not yet received has one that counts nothing.
 * What is known of it from elsewhere is put on them by `judgeSpans` and `documentSpans`.
 */
export function toIntervals(
  state: DossierState,
  history: readonly Responsibility[],
  days: LocalDays,
): readonly ResponsibilityInterval[] {
  const { receivedAt } = state;
  if (receivedAt === null)
    return history.slice(-1).map((responsibleUnit) => toInterval(state, responsibleUnit, [null, null], 'only', days));

  // An end before the receipt is taken as the receipt's moment for counting over time.
  const end = state.endedAt === null ? null : Math.max(state.endedAt, receivedAt);
  const responsibleUnits = responsibleBetween(history, receivedAt, end);
  return responsibleUnits.map((responsibleUnit, index) => {
    const openFrom = Math.max(responsibleUnit.from ?? receivedAt, receivedAt);
    const openTo = responsibleUnits[index + 1]?.from ?? end;
    return toInterval(state, responsibleUnit, [openFrom, openTo], placeIn(index, responsibleUnits.length), days);
  });
}

/** Leaves out who was relieved before the receipt and who was appointed after the end. */
function responsibleBetween(
  history: readonly Responsibility[],
  receivedAt: Instant,
  end: Instant | null,
): readonly Responsibility[] {
  const atReceipt = history.findLastIndex(({ from }) => from === null || from <= receivedAt);
  const known = history.slice(Math.max(atReceipt, 0));
  return known.filter(({ from }, index) => index === 0 || end === null || from === null || from < end);
}

type Place = 'only' | 'first' | 'last' | 'middle';

function placeIn(index: number, count: number): Place {
  if (count === 1) return 'only';
  if (index === 0) return 'first';
  return index === count - 1 ? 'last' : 'middle';
}

function toInterval(
  state: DossierState,
  responsibleUnit: Responsibility,
  [openFrom, openTo]: readonly [Instant | null, Instant | null],
  place: Place,
  days: LocalDays,
): ResponsibilityInterval {
  const { timeZone, currentDue, lateFrom } = state;
  // By dates a dossier is overdue from the day after the due date on.
  const dayAfterDue = currentDue === null ? null : days.startOf(timeZone, days.dayOf(timeZone, currentDue) + 1);
  return {
    timeZone,
    unit: responsibleUnit.unit,
    path: responsibleUnit.path,
    kind: responsibleUnit.kind,
    procedure: state.procedure,
    field: state.field,
    channel: state.channel,
    serviceLevel: state.serviceLevel,
    noDue: state.noDue,
    openFrom,
    openTo,
    isFirst: place === 'only' || place === 'first',
    isLast: place === 'only' || place === 'last',
    breach766: toBreach(lateFrom.set766, openFrom, openTo),
    breachOriginal: toBreach(lateFrom.original, openFrom, openTo),
    breachCurrent: toBreach(lateFrom.current, openFrom, openTo),
    breachDate: toDateBreach(dayAfterDue, openFrom, openTo),
    late766: isLate(state.endedAt, lateFrom.set766),
    lateOriginal: isLate(state.endedAt, lateFrom.original),
    lateCurrent: isLate(state.endedAt, lateFrom.current),
    dayComparison: toDayComparison(state, days),
    cause: null,
    judgedAt: null,
    ...documentsUnknown,
  };
}

/**
 * Overdue ⇔ open and breach ≤ E, where the responsibility interval is open at the midnight that closes a period even if it ends at that very moment;
 * so a breach at the moment of the end still counts.
 */
function toBreach(lateFrom: Instant | null, openFrom: Instant | null, openTo: Instant | null): Instant | null {
  if (lateFrom === null || openFrom === null || openFrom === openTo) return null;
  return openTo !== null && lateFrom > openTo ? null : Math.max(lateFrom, openFrom);
}

/** A period's last day is not after itself: at the midnight that closes it, what was due on it is not yet overdue by dates. */
function toDateBreach(dayAfterDue: Instant | null, openFrom: Instant | null, openTo: Instant | null): Instant | null {
  if (dayAfterDue === null || openFrom === null) return null;
  return openTo !== null && Math.max(dayAfterDue, openFrom) >= openTo ? null : Math.max(dayAfterDue, openFrom);
}

/** The overdue cause compares what was given, also where the end lies before the receipt. */
const isLate = (endedAt: Instant | null, lateFrom: Instant | null): boolean =>
  endedAt !== null && lateFrom !== null && endedAt >= lateFrom;

function toDayComparison({ timeZone, endedAt, currentDue }: DossierState, days: LocalDays): DayComparison | null {
  if (endedAt === null) return null;
  if (currentDue === null) return 'same-day';
  const difference = days.dayOf(timeZone, endedAt) - days.dayOf(timeZone, currentDue);
  if (difference === 0) return 'same-day';
  return difference < 0 ? 'early' : 'late';
}
