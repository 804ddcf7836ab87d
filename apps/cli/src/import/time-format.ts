import { fromLocalTime, type Instant } from '@motcua/calendar';

/** Reads a moment; undefined where the text is none in this format. */
export type ReadMoment = (text: string) => Instant | undefined;

const tokens: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{1,2})',
  hh: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  AM: '(?<half>[AaPp][Mm])',
};
const tokenPattern = /YYYY|MM|DD|HH|hh|mm|ss|AM/g;

/** What is wrong with a format, undefined where nothing is. */
export function findTimeFormatProblem(format: string): string | undefined {
  if (format === 'iso') return undefined;
  const found: string[] = format.match(tokenPattern) ?? [];
  if (new Set(found).size !== found.length) return 'a part occurs twice.';
  const missing = ['YYYY', 'MM', 'DD'].filter((token) => !found.includes(token));
  if (missing.length > 0) return `it lacks ${missing.join(', ')}.`;
  if (found.includes('HH') && (found.includes('hh') || found.includes('AM')))
    return 'HH counts 0–23 and stands without hh and AM.';
  return found.includes('hh') === found.includes('AM') ? undefined : 'hh counts 1–12 and needs AM, and AM needs hh.';
}

/**
 * A reader of moments written as `format`: `iso` takes ISO 8601 with `Z` or an offset; any other format is local time in `timeZone`.
 * Of a repeated hour the first pass counts, a skipped time moves forward.
 */
export function createMomentReader(format: string, timeZone: string): ReadMoment {
  if (format === 'iso') return readIso;
  const pattern = toPattern(format);
  return (text) => {
    const parts = pattern.exec(text.trim())?.groups;
    return parts === undefined ? undefined : toInstant(parts, timeZone);
  };
}

const isoPattern = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(\.\d{1,3})?\d*(Z|[+-]\d{2}:?\d{2})$/;

function readIso(text: string): Instant | undefined {
  const [, date, clock, fraction = '', offset] = isoPattern.exec(text.trim()) ?? [];
  if (date === undefined || clock === undefined || offset === undefined) return undefined;
  const at = Date.parse(`${date}T${clock}${clock.length === 5 ? ':00' : ''}${fraction}${offset}`);
  return Number.isNaN(at) ? undefined : at;
}

function toPattern(format: string): RegExp {
  const escaped = format.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`^${escaped.replace(tokenPattern, (token) => tokens[token] ?? token)}$`);
}

function toInstant(parts: Readonly<Record<string, string | undefined>>, timeZone: string): Instant | undefined {
  const number = (name: string): number => Number(parts[name] ?? 0);
  const hour = toHour(number('hour'), parts['half']);
  if (hour === undefined || number('minute') > 59 || number('second') > 59) return undefined;
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${parts['year'] ?? ''}-${two(number('month'))}-${two(number('day'))}`;
  const at = fromLocalTime(timeZone, date, ((hour * 60 + number('minute')) * 60 + number('second')) * 1000);
  return Number.isNaN(at) ? undefined : at;
}

/** 12 AM is midnight, 12 PM is noon. */
function toHour(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}
