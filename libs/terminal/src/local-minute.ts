import { offsetMinutesAt } from '@motcua/calendar';

/** `2022-10-03 07:51` on the clock of the counter that has the dossier; a dash for no moment. */
export function toLocalMinute(at: string | null, timeZone: string): string {
  if (at === null) return '–';
  const instant = Date.parse(at);
  return new Date(instant + offsetMinutesAt(timeZone, instant) * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}
