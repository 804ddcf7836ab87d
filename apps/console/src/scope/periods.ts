/** A span of local dates, both inclusive, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const MS_A_DAY = 86_400_000;
const toDay = (date: string): number => Date.parse(date) / MS_A_DAY;
const toDate = (day: number): string => new Date(day * MS_A_DAY).toISOString().slice(0, 10);
const pad = (value: number): string => String(value).padStart(2, '0');

export const presetNames = ['thisMonth', 'thisQuarter', 'thisYear', 'lastYear'] as const;
export type PresetName = (typeof presetNames)[number];

/** @param today local date */
export function toPreset(name: PresetName, today: string): Period {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  switch (name) {
    case 'thisMonth':
      return { from: `${today.slice(0, 8)}01`, to: today };
    case 'thisQuarter':
      return { from: `${year}-${pad(month - ((month - 1) % 3))}-01`, to: today };
    case 'thisYear':
      return { from: `${year}-01-01`, to: today };
    case 'lastYear':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  }
}

/** The preset that a period is, if it is one. */
export const findPreset = (period: Period, today: string): PresetName | undefined =>
  presetNames.find((name) => {
    const { from, to } = toPreset(name, today);
    return from === period.from && to === period.to;
  });

/** `2026` of a period that is that year, or as much of it as is over. */
export function toWholeYear({ from, to }: Period, today: string): string | undefined {
  const year = from.slice(0, 4);
  const isWhole = from.endsWith('-01-01') && (to === `${year}-12-31` || to === today);
  return isWhole && to.startsWith(year) ? year : undefined;
}

/** As many days directly before it. */
export function toPrevious({ from, to }: Period): Period {
  const [first, last] = [toDay(from), toDay(to)];
  return { from: toDate(first - (last - first + 1)), to: toDate(first - 1) };
}

/** The same days a year before; 29 February becomes the 28th. */
export const toYearBefore = ({ from, to }: Period): Period => ({ from: aYearBefore(from), to: aYearBefore(to) });

function aYearBefore(date: string): string {
  const before = `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
  return before.endsWith('02-29') ? `${before.slice(0, 8)}28` : before;
}

/** The twelve months that end with the last of the period, each cut off at its end: what a trend shows. */
export function toMonths({ to }: Period, count = 12): Period[] {
  const last = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, index) => {
    const month = last - count + 1 + index;
    const [year, one] = [Math.floor(month / 12), month % 12];
    const lastDay = toDate(Math.round(Date.UTC(year, one + 1, 1) / MS_A_DAY) - 1);
    return { from: `${year}-${pad(one + 1)}-01`, to: lastDay < to ? lastDay : to };
  });
}

/** Dates from one on, `count` of them. */
export const listDates = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => toDate(toDay(from) + index));
