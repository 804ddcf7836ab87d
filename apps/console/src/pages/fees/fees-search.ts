/** What the address of the cash-up says beside the unit. */
export interface FeesSearch {
  /** Local date; absent: today. */
  readonly day?: string;
}

/** Reads an address; a day that is none is left out. */
export function readFeesSearch({ day }: Readonly<Record<string, unknown>>): FeesSearch {
  const isDay = typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  return isDay ? { day } : {};
}
