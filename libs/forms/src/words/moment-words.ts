import { offsetMinutesAt, toLocalDate, type Instant } from '@motcua/calendar';

const MINUTE_MS = 60_000;
const two = (value: number): string => String(value).padStart(2, '0');

/** `ngày 17 tháng 11 năm 2026`: days and the first two months with two digits, as Decree 30/2020 writes dates. */
export function toDateWords(at: Instant, timeZone: string): string {
  const [year = '', month = '', day = ''] = toLocalDate(timeZone, at).split('-');
  return `ngày ${day} tháng ${Number(month) <= 2 ? month : String(Number(month))} năm ${year}`;
}

/** `10 giờ 00 phút, ngày 17 tháng 11 năm 2026`, as the forms have it, on the clock of the zone. */
export const toMomentWords = (at: Instant, timeZone: string): string =>
  `${toClock(at, timeZone).join(' giờ ')} phút, ${toDateWords(at, timeZone)}`;

/** `10:00 17/11/2026`, where there is little room. */
export function toShortMoment(at: Instant, timeZone: string): string {
  const [year = '', month = '', day = ''] = toLocalDate(timeZone, at).split('-');
  return `${toClock(at, timeZone).join(':')} ${day}/${month}/${year}`;
}

function toClock(at: Instant, timeZone: string): readonly [hour: string, minute: string] {
  const minutes = Math.floor(at / MINUTE_MS) + offsetMinutesAt(timeZone, at);
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  return [two(Math.floor(ofDay / 60)), two(ofDay % 60)];
}
