/** The languages of the console. Vietnamese comes first; English is a full translation. */
export const locales = ['vi', 'en'] as const;
export type Locale = (typeof locales)[number];

/** What `Intl` formats by: dd/MM/yyyy in both. */
export const intlLocale: Readonly<Record<Locale, string>> = { vi: 'vi-VN', en: 'en-GB' };
