const STEP = 0.1;

/** Where an axis of rates begins: at the ten per cent below the lowest, so that a difference of points is seen. No rates: at 0. */
export function toRateFloor(rates: readonly (number | null)[]): number {
  const known = rates.filter((rate) => rate !== null);
  if (known.length === 0) return 0;
  const lowest = Math.min(...known);
  return Math.max(0, Math.round((Math.ceil(lowest / STEP) - 1) * STEP * 10) / 10);
}
