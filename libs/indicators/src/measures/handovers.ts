import type { DayNumber, LocalDays } from '../instant.ts';
import type { ResponsibilityInterval } from '../intervals/responsibility-interval.ts';
import { measureIds } from './measure.ts';

/** Adds `change` to the flow of the measure with that index (in `measureIds`) on that local day. */
export type Emit = (measureIndex: number, day: DayNumber, change: 1 | -1) => void;

const handedOver = measureIds.indexOf('handedOver');

/** Counts a responsibility interval on the day with whose first moment responsibility came, and takes it back on the one with whose it went. */
export function emitHandovers(
  { timeZone, openFrom, openTo, isFirst, isLast }: ResponsibilityInterval,
  days: LocalDays,
  emit: Emit,
): void {
  if (isFirst && isLast) return;
  emitAtMidnight(isFirst ? null : openFrom, 1);
  emitAtMidnight(isLast ? null : openTo, -1);

  function emitAtMidnight(at: number | null, change: 1 | -1): void {
    if (at === null) return;
    const day = days.dayOf(timeZone, at);
    if (days.startOf(timeZone, day) === at) emit(handedOver, day, change);
  }
}
