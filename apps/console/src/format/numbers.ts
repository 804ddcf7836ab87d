import { intlLocale, type Locale } from './locale.ts';

const counts = {
  vi: new Intl.NumberFormat(intlLocale.vi),
  en: new Intl.NumberFormat(intlLocale.en),
};
const tenths = {
  vi: new Intl.NumberFormat(intlLocale.vi, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat(intlLocale.en, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
};

/** 23794 → `23.794` (vi), `23,794` (en). */
export const formatCount = (count: number, locale: Locale): string => counts[locale].format(count);

/** 23080 of 23794 → `97,0 %`. Rounded half up on the whole numbers, so that nothing is lost before the rounding. */
export function formatShare(numerator: number, denominator: number, locale: Locale): string {
  const inTenths = Math.floor((2 * 1000 * numerator + denominator) / (2 * denominator));
  return `${tenths[locale].format(inTenths / 10)} %`;
}

/** A fraction without its parts, such as a target: 0.8 → `80 %`, 0.955 → `95,5 %`. */
export function formatFraction(fraction: number, locale: Locale): string {
  const percent = Math.round(fraction * 1000) / 10;
  return `${Number.isInteger(percent) ? counts[locale].format(percent) : tenths[locale].format(percent)} %`;
}

/** A difference of two fractions in percentage points, with its sign: 0.012 → `+1,2`. */
export function formatPoints(difference: number, locale: Locale): string {
  const points = Math.round(difference * 1000) / 10;
  const sign = points > 0 ? '+' : points < 0 ? '−' : '±';
  return `${sign}${tenths[locale].format(Math.abs(points))}`;
}

/** A difference of two counts, with its sign: −3 → `−3`. */
export function formatDifference(difference: number, locale: Locale): string {
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '±';
  return `${sign}${counts[locale].format(Math.abs(difference))}`;
}
