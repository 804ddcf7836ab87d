/** A period that is asked for has at most so many months, begun ones counted: fifty years, one row each where it is asked for by month. */
export const MAX_PERIOD_MONTHS = 600;

/** A period that is shown by day has at most so many: a year, one row each. */
export const MAX_PERIOD_DAYS_BY_DAY = 366;

/** @param period local dates, `YYYY-MM-DD`, both inclusive */
export function isPeriodTooLong({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return toMonthNumber(to) - toMonthNumber(from) + 1 > MAX_PERIOD_MONTHS;
}

const toMonthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
