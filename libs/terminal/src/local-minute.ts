import { offsetMinutesAt } from '@motcua/calendar';
import { timeLocale } from './locale.ts';

/** `2022-10-03 07:51` on the clock of the counter that has the dossier, `03/10/2022 07:51` in Viet Nam; a dash for no moment. */
export function toLocalMinute(at: string | null, timeZone: string, locale = timeLocale): string {
  if (at === null) return '–';
  const instant = Date.parse(at);
  const wall = new Date(instant + offsetMinutesAt(timeZone, instant) * 60_000).toISOString();
  const [day, time] = [wall.slice(0, 10), wall.slice(11, 16)];
  return `${locale === 'vi' ? day.split('-').reverse().join('/') : day} ${time}`;
}
