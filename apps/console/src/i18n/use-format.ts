import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatMoment } from '../format/dates.ts';
import type { Locale } from '../format/locale.ts';
import { formatCount, formatDifference, formatFraction, formatPoints, formatShare } from '../format/numbers.ts';
import { formatWorkingTime, sayDuration } from '../format/working-time.ts';

/** The language that is shown. */
export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'vi';
}

/** The formatters in the language that is shown. */
export function useFormat() {
  const locale = useLocale();
  return useMemo(
    () => ({
      locale,
      count: (value: number) => formatCount(value, locale),
      share: (numerator: number, denominator: number) => formatShare(numerator, denominator, locale),
      fraction: (value: number) => formatFraction(value, locale),
      points: (value: number) => formatPoints(value, locale),
      difference: (value: number) => formatDifference(value, locale),
      moment: (instant: string, timeZone?: string) => formatMoment(instant, locale, timeZone),
      clock: (instant: string) => formatClock(instant, locale),
      duration: (minutes: number) => sayDuration(minutes, locale),
      workingTime: (minutes: number) => formatWorkingTime(minutes, locale),
      /** A name that the API gives in both languages, or in Vietnamese alone. */
      name: (name: { readonly vi: string; readonly en?: string | undefined }) =>
        locale === 'en' ? (name.en ?? name.vi) : name.vi,
    }),
    [locale],
  );
}
