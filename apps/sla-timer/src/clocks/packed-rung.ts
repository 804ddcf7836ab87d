/** A rung of an armed clock by its place on the clock's ladder. */
export interface PlacedRung {
  /** Epoch milliseconds; kept in whole seconds, a broken one is rounded up. */
  readonly at: number;
  readonly place: number;
  /** Working minutes left until due at that moment; negative: past it. */
  readonly remainingMinutes: number;
}

const PLACE_BITS = 5n;
const REMAINING_BITS = 24n;
export const MAX_PLACES = 1 << Number(PLACE_BITS);
const BIAS = 1 << (Number(REMAINING_BITS) - 1);
const MOST_MINUTES = BIAS - 1;

/**
 * One number a rung, because millions of clocks wait with several each: 34 bits of seconds (to the year 2514), 5 of the place, 24
 * of the minutes (16 years of working time each way; beyond, the bound stands). `sla.rung_at` and its sisters read it in SQL.
 */
export function packRung({ at, place, remainingMinutes }: PlacedRung): bigint {
  const minutes = Math.max(-MOST_MINUTES, Math.min(MOST_MINUTES, remainingMinutes)) + BIAS;
  const seconds = BigInt(Math.ceil(at / 1000));
  return (((seconds << PLACE_BITS) | BigInt(place)) << REMAINING_BITS) | BigInt(minutes);
}

export function unpackRung(rung: bigint): PlacedRung {
  return {
    at: Number(rung >> (PLACE_BITS + REMAINING_BITS)) * 1000,
    place: Number((rung >> REMAINING_BITS) & ((1n << PLACE_BITS) - 1n)),
    remainingMinutes: Number(rung & ((1n << REMAINING_BITS) - 1n)) - BIAS,
  };
}
