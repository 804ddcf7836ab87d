import type { Measured } from '../measures/measure.ts';
import type { Indicator, Part } from './indicator.ts';

/** Measured at the period's end (`received…`, `finished…`, `judged…` over the period) and, for what was carried over, at its start. */
export interface MeasuredPeriod {
  readonly end: Measured;
  readonly start: Measured;
}

/** What a period begins with: the levels before its first day, and what changed hands at the midnight that begins it. */
export const toStart = (before: Measured, firstDay: Measured): Measured => ({
  ...before,
  open: before.open + firstDay.handedOver,
});

/** A rate: value = numerator / denominator, null where there is nothing to divide by. A count: value alone. */
export interface FigureValue {
  readonly version: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
}

export function toFigure(indicator: Indicator, period: MeasuredPeriod): FigureValue {
  const { version } = indicator;
  if (indicator.kind === 'count')
    return { version, numerator: null, denominator: null, value: sumPart(indicator.counted, period) };
  const numerator = sumPart(indicator.numerator, period);
  const denominator = sumPart(indicator.denominator, period);
  return { version, numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
}

/** How many dossiers a part counts. */
export function sumPart(part: Part, period: MeasuredPeriod): number {
  return part.reduce((sum, { of, except, at }) => {
    const measured = at === 'start' ? period.start : period.end;
    return sum + measured[of] - (except === undefined ? 0 : measured[except]);
  }, 0);
}
