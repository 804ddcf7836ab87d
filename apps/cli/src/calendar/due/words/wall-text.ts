import { offsetMinutesAt, toDayNumber, type Instant } from '@motcua/calendar';

const english = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const vietnamese = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'] as const;

function weekdayOf(date: string): number {
  return (((toDayNumber(date) + 3) % 7) + 7) % 7;
}

function toWallIso(timeZone: string, at: Instant): string {
  return new Date(at + offsetMinutesAt(timeZone, at) * 60_000).toISOString();
}

/** `Mon 2026-11-23`. */
export function toDateText(date: string): string {
  return `${english[weekdayOf(date)] ?? ''} ${date}`;
}

/** `2026-11-23 10:00 +07:00`, with seconds where there are any. */
export function toWallText(timeZone: string, at: Instant): string {
  const offset = offsetMinutesAt(timeZone, at);
  const size = new Date(Math.abs(offset) * 60_000).toISOString().slice(11, 16);
  return `${toShortText(timeZone, at)} ${offset < 0 ? '-' : '+'}${size}`;
}

/** `2026-11-23 10:00`. */
export function toShortText(timeZone: string, at: Instant): string {
  const iso = toWallIso(timeZone, at);
  return `${iso.slice(0, 10)} ${iso.slice(11, at % 60_000 === 0 ? 16 : 19)}`;
}

/** `Mon 2026-11-23 10:00`. */
export function toMomentText(timeZone: string, at: Instant): string {
  return `${english[weekdayOf(toWallIso(timeZone, at).slice(0, 10))] ?? ''} ${toShortText(timeZone, at)}`;
}

/** `Thứ Hai (Mon)`. */
export function weekdayWords(timeZone: string, at: Instant): string {
  const weekday = weekdayOf(toWallIso(timeZone, at).slice(0, 10));
  return `${vietnamese[weekday] ?? ''} (${english[weekday] ?? ''})`;
}
