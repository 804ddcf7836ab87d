import type { DayTable } from '../days/day-table.ts';
import type { LedgerStart } from './ledger-entry.ts';

/** Why the start is not the moment given: what kind of hour that moment lies in. */
export function describeMove(table: DayTable, from: number, start: number): LedgerStart['moved'] {
  if (from === start) return null;
  const day = table.dayOf(from);
  if (!table.isWorkingDay(day)) return 'day-off';
  if (from >= table.lastClose(day)) return 'after-closing';
  return table.workedBetween(table.atClock(day, 0), from) > 0 ? 'between-periods' : 'before-opening';
}
