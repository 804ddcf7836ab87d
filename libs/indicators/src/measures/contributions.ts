import type { DayNumber, Instant, LocalDays } from '../instant.ts';
import type { DueRule, Span, SpanAttributes } from '../spans/span.ts';
import { emitHandovers } from './handovers.ts';
import { breachColumns, measureIds, measures, type Measure } from './measure.ts';

/** Adds `change` to the flow of the measure with that index (in `measureIds`) on that local day. */
export type Emit = (measureIndex: number, day: DayNumber, change: 1 | -1) => void;

type Condition = readonly [attribute: keyof SpanAttributes, wanted: unknown];

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
const judgedMeasures = indexed.filter(({ stage }) => stage === 'judged');
const openMeasures = indexed.filter(({ stage, overdueBy }) => stage === 'open' && overdueBy === undefined);
const overdueMeasures = indexed.flatMap((measure) =>
  measure.overdueBy === undefined ? [] : [{ ...measure, rule: measure.overdueBy }],
);

/**
 * What one span adds to the daily flows. `received…`, `finished…` and `judged…` are counts of the day; `open…` and `overdue…` are changes of
 * a stock, whose level at a midnight is the sum of all days before it. A breach that lies ahead is counted on its day at once, and
 * taken back with the rest of the old contribution when the dossier ends in time or gets another due moment.
 */
export function emitContributions(span: Span, days: LocalDays, emit: Emit): void {
  const { timeZone, openFrom, openTo } = span;
  if (openFrom === null) return;
  const firstDay = days.dayOf(timeZone, openFrom);
  if (span.isFirst) emitAll(receivedMeasures, span, firstDay, 1, emit);
  emitAll(openMeasures, span, firstDay, 1, emit);
  const lastDay = openTo === null ? null : days.dayOf(timeZone, openTo);
  if (lastDay !== null) emitAll(openMeasures, span, lastDay, -1, emit);
  if (lastDay !== null && span.isLast) emitAll(finishedMeasures, span, lastDay, 1, emit);
  emitBreaches(span, openFrom, lastDay, days, emit);
  if (span.judgedAt !== null) emitAll(judgedMeasures, span, days.dayOf(timeZone, span.judgedAt), 1, emit);
  emitHandovers(span, days, emit);
}

function emitAll(group: readonly Indexed[], span: Span, day: DayNumber, change: 1 | -1, emit: Emit): void {
  for (const { index, conditions } of group) if (meets(span, conditions)) emit(index, day, change);
}

function meets(span: SpanAttributes, conditions: readonly Condition[]): boolean {
  for (const [attribute, wanted] of conditions) if (span[attribute] !== wanted) return false;
  return true;
}

function emitBreaches(span: Span, openFrom: Instant, lastDay: DayNumber | null, days: LocalDays, emit: Emit): void {
  for (const { index, rule, conditions } of overdueMeasures) {
    const breach = span[breachColumns[rule]];
    if (breach === null || !meets(span, conditions)) continue;
    emit(index, days.dayOf(span.timeZone, toFlowInstant(rule, breach, openFrom)), 1);
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
