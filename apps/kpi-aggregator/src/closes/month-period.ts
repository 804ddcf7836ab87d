import type { Period } from '../figures/period.ts';
import { startOfMonth, toDayNumber, toMonthNumber } from '../time/local-days.ts';

/** `2022-10` → its local days. */
export function toMonthPeriod(month: string): Period {
  const from = toDayNumber(`${month}-01`);
  return { from, to: startOfMonth(toMonthNumber(from) + 1) - 1 };
}
