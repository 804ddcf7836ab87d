/** An escalation step of an scheduled clock by its place on the clock's escalation policy. */
export interface PlacedEscalationStep {
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
 * One number an escalation step, because millions of clocks wait with several each: 34 bits of seconds (to the year 2514), 5 of the place, 24
 * of the minutes (16 years of working time each way; beyond, the bound stands). `sla.rung_at` and its sisters read it in SQL.
 */
export function packEscalation({ at, place, remainingMinutes }: PlacedEscalationStep): bigint {
  const minutes = Math.max(-MOST_MINUTES, Math.min(MOST_MINUTES, remainingMinutes)) + BIAS;
  const seconds = BigInt(Math.ceil(at / 1000));
  return (((seconds << PLACE_BITS) | BigInt(place)) << REMAINING_BITS) | BigInt(minutes);
}

export function unpackEscalation(escalation: bigint): PlacedEscalationStep {
  return {
    at: Number(escalation >> (PLACE_BITS + REMAINING_BITS)) * 1000,
    place: Number((escalation >> REMAINING_BITS) & ((1n << PLACE_BITS) - 1n)),
    remainingMinutes: Number(escalation & ((1n << REMAINING_BITS) - 1n)) - BIAS,
  };
}
