const YEARS_BACK = 5;

/** Months that are over, the latest first. @param today local date */
export function listClosableMonths(today: string): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: YEARS_BACK * 12 }, (_, back) =>
    new Date(Date.UTC(year, month - 2 - back)).toISOString().slice(0, 7),
  );
}
