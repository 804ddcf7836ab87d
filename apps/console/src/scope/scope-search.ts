/** What every address says of what is looked at; absent: the unit of the post, and this year so far. */
export interface ScopeSearch {
  readonly unit?: string;
  /** Local dates, both inclusive. */
  readonly from?: string;
  readonly to?: string;
}

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

/** Reads an address. What is not understood is left out: an address that someone shortened still opens. */
export function readScopeSearch({ unit, from, to }: Readonly<Record<string, unknown>>): ScopeSearch {
  return {
    ...(typeof unit === 'string' && unit !== '' ? { unit } : {}),
    ...(isDate(from) && isDate(to) && from <= to ? { from, to } : {}),
  };
}
