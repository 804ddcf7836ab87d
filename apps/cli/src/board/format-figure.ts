import type { Figure } from '@motcua/contracts/kpi';
import { formatCount, formatDecimal } from '@motcua/terminal';

export const noData = 'chưa có số liệu / no data';

/** A rate with two decimals, rounded half up on the whole numbers it comes from; a count with thousands separators. */
export function formatFigure(figure: Figure, withoutData = noData): string {
  const { numerator, denominator, value } = figure;
  if (value === null) return withoutData;
  return numerator === null || denominator === null ? formatCount(value) : formatPercent(numerator, denominator);
}

/** 0.96995 → `97.00 %`. Both are whole numbers, so nothing is lost before the rounding. */
export function formatPercent(numerator: number, denominator: number): string {
  const hundredths = Math.floor((2 * 10_000 * numerator + denominator) / (2 * denominator));
  return `${formatDecimal(hundredths / 100, 2)} %`;
}

/** `23,083 / 23,797`, empty for a count. */
export function formatParts({ numerator, denominator }: Figure): string {
  return numerator === null || denominator === null ? '' : `${formatCount(numerator)} / ${formatCount(denominator)}`;
}
