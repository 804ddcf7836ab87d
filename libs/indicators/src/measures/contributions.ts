import type { DayNumber, Instant, LocalDays } from '../instant.ts';
import type { DueRule, ResponsibilityInterval, IntervalAttributes } from '../intervals/responsibility-interval.ts';
import { emitHandovers, type Emit } from './handovers.ts';
import { breachColumns, measureIds, measures, type Measure } from './measure.ts';

type Condition = readonly [attribute: keyof IntervalAttributes, wanted: unknown];

/** A measure with its place and its conditions as a list: walking over an object's fields took longer than all the rest. */
interface Indexed extends Measure {
  readonly index: number;
  readonly conditions: readonly Condition[];
}
const indexed: readonly Indexed[] = measureIds.map((id, index) => ({
  ...measures[id],
  index,
  conditions: Object.entries(measures[id].where) as unknown as readonly Condition[], // keys of `where` are attributes by its type
}));
const receivedMeasures = indexed.filter(({ stage }) => stage === 'received');
const finishedMeasures = indexed.filter(({ stage }) => stage === 'finished');
const causeMeasures = indexed.filter(({ stage }) => stage === 'judged');
const openMeasures = indexed.filter(({ stage, overdueBy }) => stage === 'open' && overdueBy === undefined);
const overdueMeasures = indexed.flatMap((measure) =>
  measure.overdueBy === undefined ? [] : [{ ...measure, rule: measure.overdueBy }],
);

/**
 * What one responsibility interval adds to the daily flows. `received…`, `finished…` and `judged…` are counts of the day; `open…` and `overdue…` are changes of
 * a stock, whose level at a midnight is the sum of all days before it. A breach that lies ahead is counted on its day at once, and
 * taken back with the rest of the old contribution when the dossier ends in time or gets another due moment.
 */
export function emitContributions(interval: ResponsibilityInterval, days: LocalDays, emit: Emit): void {
  const { timeZone, openFrom, openTo } = interval;
  if (openFrom === null) return;
  const firstDay = days.dayOf(timeZone, openFrom);
  if (interval.isFirst) emitAll(receivedMeasures, interval, firstDay, 1, emit);
  emitAll(openMeasures, interval, firstDay, 1, emit);
  const lastDay = openTo === null ? null : days.dayOf(timeZone, openTo);
  if (lastDay !== null) emitAll(openMeasures, interval, lastDay, -1, emit);
  if (lastDay !== null && interval.isLast) emitAll(finishedMeasures, interval, lastDay, 1, emit);
  emitBreaches(interval, openFrom, lastDay, days, emit);
  if (interval.judgedAt !== null) emitAll(causeMeasures, interval, days.dayOf(timeZone, interval.judgedAt), 1, emit);
  emitHandovers(interval, days, emit);
}

function emitAll(group: readonly Indexed[], interval: ResponsibilityInterval, day: DayNumber, change: 1 | -1, emit: Emit): void {
  for (const { index, conditions } of group) if (meets(interval, conditions)) emit(index, day, change);
}

function meets(interval: IntervalAttributes, conditions: readonly Condition[]): boolean {
  for (const [attribute, wanted] of conditions) if (interval[attribute] !== wanted) return false;
  return true;
}

function emitBreaches(
  interval: ResponsibilityInterval,
  openFrom: Instant,
  lastDay: DayNumber | null,
  days: LocalDays,
  emit: Emit,
): void {
  for (const { index, rule, conditions } of overdueMeasures) {
    const breach = interval[breachColumns[rule]];
    if (breach === null || !meets(interval, conditions)) continue;
    emit(index, days.dayOf(interval.timeZone, toFlowInstant(rule, breach, openFrom)), 1);
    if (lastDay !== null) emit(index, lastDay, -1);
  }
}

/**
 * A breach exactly at a midnight belongs to the day that ends there, because E is that midnight when the period is over and a
 * dossier is late at E itself. By dates it is the other way round: the day after the due date is the first late one.
 */
function toFlowInstant(rule: DueRule, breach: Instant, openFrom: Instant): Instant {
  return rule === 'date' || breach <= openFrom ? breach : breach - 1;
}
