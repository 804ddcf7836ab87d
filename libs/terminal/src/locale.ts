import { env } from 'node:process';

/** How numbers and moments are written: as in Viet Nam, or as everywhere in our documents. */
export type Locale = 'vi' | 'en';

/** By POSIX: of what is set, `LC_ALL` decides before the category, and that before `LANG`. An empty one is not set. */
export function readLocale(variables: Readonly<Record<string, string | undefined>>, category: 'LC_NUMERIC' | 'LC_TIME'): Locale {
  const named = [variables['LC_ALL'], variables[category], variables['LANG']].find((name) => name !== undefined && name !== '');
  return named !== undefined && /^vi(?:_|\.|@|$)/.test(named) ? 'vi' : 'en';
}

export const numberLocale = readLocale(env, 'LC_NUMERIC');
export const timeLocale = readLocale(env, 'LC_TIME');
