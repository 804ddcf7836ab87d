import { numberLocale } from './locale.ts';

/** 24033 → `24,033`; `24.033` in Viet Nam. */
export const formatCount = (count: number, locale = numberLocale): string =>
  String(count).replace(/\B(?=(\d{3})+$)/g, locale === 'vi' ? '.' : ',');

/** 1234.5 with one decimal → `1,234.5`; `1.234,5` in Viet Nam. */
export function formatDecimal(value: number, decimals: number, locale = numberLocale): string {
  const [whole = '', rest = ''] = value.toFixed(decimals).split('.');
  return rest === ''
    ? formatCount(Number(whole), locale)
    : `${formatCount(Number(whole), locale)}${locale === 'vi' ? ',' : '.'}${rest}`;
}
