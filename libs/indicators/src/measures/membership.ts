import type { Instant } from '../instant.ts';
import type { ResponsibilityInterval } from '../intervals/responsibility-interval.ts';
import { breachColumns, hasAttributes, measures, type MeasureId } from './measure.ts';

/**
 * A period of one time zone, seen at a moment. What happened at `t` is in it when `start ≤ t < cut`; lateness is judged at `at`.
 * Closed period: `cut = at =` the midnight after its last day. Period seen while it runs: `at = asOf`, `cut = asOf + 1 ms`.
 */
export interface Window {
  readonly start: Instant;
  readonly cut: Instant;
  readonly at: Instant;
  /** At a period's start a reassignment at `cut` itself has happened already. */
  readonly afterHandover?: boolean;
}

/** The window of `[start, end)` as it stands at `asOf`. */
export function toWindow(start: Instant, end: Instant, asOf: Instant): Window {
  return asOf >= end ? { start, cut: end, at: end } : { start, cut: asOf + 1, at: asOf };
}

/** The window that ends where this one starts: what is open in it was carried over. Never beyond the moment seen. */
export function toWindowBefore({ start, cut, at }: Window): Window {
  return start < cut ? { start: -Infinity, cut: start, at: start, afterHandover: true } : { start: -Infinity, cut, at };
}

/** Whether a responsibility interval is in a measure's set: the plain reading of what the cells count and the list shows. */
export function isMember(id: MeasureId, interval: ResponsibilityInterval, window: Window): boolean {
  const { start, cut, at } = window;
  const measure = measures[id];
  if (interval.openFrom === null || !hasAttributes(interval, measure.where)) return false;
  switch (measure.stage) {
    case 'received':
      return interval.isFirst && interval.openFrom >= start && interval.openFrom < cut;
    case 'finished':
      return interval.isLast && interval.openTo !== null && interval.openTo >= start && interval.openTo < cut;
    case 'judged':
      return interval.judgedAt !== null && interval.judgedAt >= start && interval.judgedAt < cut;
    case 'open':
      return isOpen(interval, interval.openFrom, window) && isOverdue(id, interval, cut, at);
    case 'handover':
      return false;
  }
}

function isOpen(interval: ResponsibilityInterval, openFrom: Instant, { cut, afterHandover = false }: Window): boolean {
  const has = openFrom < cut || (afterHandover && openFrom === cut && !interval.isFirst);
  const gone =
    interval.openTo !== null && (interval.openTo < cut || (afterHandover && interval.openTo === cut && !interval.isLast));
  return has && !gone;
}

function isOverdue(id: MeasureId, interval: ResponsibilityInterval, cut: Instant, at: Instant): boolean {
  const measure = measures[id];
  if (!('overdueBy' in measure)) return true;
  const breach = interval[breachColumns[measure.overdueBy]];
  if (breach === null) return false;
  return measure.overdueBy === 'date' ? breach < cut : breach <= at;
}
