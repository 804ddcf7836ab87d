import { intlLocale, type Locale } from './locale.ts';

/** Where people read moments, unless a dossier's calendar says otherwise. */
export const officeTimeZone = 'Asia/Ho_Chi_Minh';
/** All year: there is no summer time. */
const OFFICE_OFFSET = '+07:00';

const parts = {
  date: { day: '2-digit', month: '2-digit', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using it costs. */
function findFormat(locale: Locale, part: keyof typeof parts, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${part} ${timeZone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(intlLocale[locale], { ...parts[part], timeZone });
  formats.set(key, made);
  return made;
}

/** A moment as `27/11/2026 14:32`. */
export function formatMoment(instant: string, locale: Locale, timeZone = officeTimeZone): string {
  const at = new Date(instant);
  return `${findFormat(locale, 'date', timeZone).format(at)} ${findFormat(locale, 'time', timeZone).format(at)}`;
}

/** The clock time of a moment: `14:32`. */
export const formatClock = (instant: string, locale: Locale, timeZone = officeTimeZone): string =>
  findFormat(locale, 'time', timeZone).format(new Date(instant));

/** A local date, `2022-10-31` → `31/10/2022`. Dates have no zone. */
export function formatDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** A period: `01/01–31/10/2022`, the year once where it is one. */
export function formatPeriod(from: string, to: string): string {
  const start = formatDate(from);
  return `${from.slice(0, 4) === to.slice(0, 4) ? start.slice(0, 5) : start}–${formatDate(to)}`;
}

/** A month key of a board, `2022-03` → `03/2022`. */
export const formatMonth = (month: string): string => `${month.slice(5, 7)}/${month.slice(0, 4)}`;

/** The moment at which a local date begins in the office: `2026-11-27` → `2026-11-26T17:00:00.000Z`. */
export const toBeginning = (date: string): string => new Date(`${date}T00:00:00${OFFICE_OFFSET}`).toISOString();

/** The local date of a moment in a zone: `2026-11-27`. */
export function toLocalDate(instant: number | string, timeZone = officeTimeZone): string {
  // en-CA writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  );
}
