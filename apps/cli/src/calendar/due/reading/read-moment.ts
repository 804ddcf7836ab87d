import { fromLocalTime, toDayNumber, type Instant } from '@motcua/calendar';

const pattern =
  /^(\d{4}-\d\d-\d\d)(?:[Tt ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?)? ?([Zz]|[+-]\d\d(?::?[0-5]\d)?)?$/;
const DAY_MS = 86_400_000;

/**
 * `2026-11-24T10:00[:30[.5]][Z|+07:00]` → the moment; undefined where the text is none. Without an offset it is the time on the wall
 * in `timeZone`, a date alone its first moment there.
 */
export function readMoment(text: string, timeZone: string): Instant | undefined {
  const [, date, hours = '0', minutes = '0', seconds = '0', fraction = '0', offset] = pattern.exec(text) ?? [];
  if (date === undefined) return undefined;
  const clock =
    Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000 + Math.floor(Number(`0.${fraction}`) * 1000);
  const at =
    offset === undefined ? fromLocalTime(timeZone, date, clock) : toDayNumber(date) * DAY_MS + clock - readOffset(offset);
  return Number.isNaN(at) ? undefined : at;
}

/** Whether the text leaves it to the calendar which zone it means. */
export function isLocal(text: string): boolean {
  return pattern.exec(text)?.[6] === undefined;
}

function readOffset(text: string): number {
  if (text === 'Z' || text === 'z') return 0;
  const size = Number(text.slice(1, 3)) * 60 + Number(text.slice(3).replace(':', ''));
  return (text.startsWith('-') ? -size : size) * 60_000;
}
