import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '../format/locale.ts';
import { vi, type Words } from './vi/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: Words;
  }
}

const STORED = 'motcua.language';

/** Begins in Vietnamese, or in what the reader chose last on this device. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    defaultNS: 'shell',
    resources: { vi },
    interpolation: { escapeValue: false },
  });
  if (localStorage.getItem(STORED) === 'en') await switchLanguage('en');
}

/** The language of the whole console from now on; English words are fetched the first time. */
export async function switchLanguage(locale: Locale): Promise<void> {
  if (locale === 'en' && !i18next.hasResourceBundle('en', 'shell')) {
    const { en } = await import('./en/index.ts');
    for (const [namespace, words] of Object.entries(en)) i18next.addResourceBundle('en', namespace, words);
  }
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
  localStorage.setItem(STORED, locale);
}
