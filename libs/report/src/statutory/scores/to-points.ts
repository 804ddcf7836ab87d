import type { Share } from '../../vocabulary.ts';
import type { PointRule } from './score-set.ts';

/** Points are kept in hundredths, so that sums are exact. */
export const HUNDREDTHS = 100;
/** Thresholds and maxima have four decimals at most. */
const SCALE = 10_000n;
const scaled = (value: number): bigint => BigInt(Math.round(value * Number(SCALE)));

/** The points of a share, in hundredths of a point; half a hundredth goes up. Counted in whole numbers: the quotient is never rounded before. */
export function toPoints({ numerator, denominator }: Share, max: number, rule: PointRule): number {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  switch (rule.kind) {
    case 'linear': {
      // max · min(1, n / (d · full)), times a hundred, half up.
      const [top, bottom] = [n * SCALE, d * scaled(rule.full)];
      if (top >= bottom) return Math.round(max * HUNDREDTHS);
      return Number((2n * scaled(max) * BigInt(HUNDREDTHS) * top + bottom * SCALE) / (2n * bottom * SCALE));
    }
    case 'steps': {
      const reached = rule.steps.filter(({ from }) => n * SCALE >= d * scaled(from)).map(({ points }) => points);
      return Math.round(Math.max(0, ...reached) * HUNDREDTHS);
    }
  }
}

/** How many more of the same denominator would have to count, for the points to be those of the maximum; 0: they are. */
export function toMissingForFull({ numerator, denominator }: Share, rule: PointRule): number {
  const wanted = rule.kind === 'linear' ? rule.full : Math.max(0, ...rule.steps.map(({ from }) => from));
  const needed = (BigInt(denominator) * scaled(wanted) + SCALE - 1n) / SCALE;
  return Math.max(0, Number(needed) - numerator);
}
