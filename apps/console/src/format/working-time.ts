import type { Locale } from './locale.ts';

/** A working day of an office: 7:30–11:30 and 13:30–17:30. */
const MINUTES_A_DAY = 480;

const words = {
  vi: {
    left: (time: string) => `còn ${time} làm việc`,
    late: (time: string) => `quá hạn ${time} làm việc`,
    now: 'đến hạn bây giờ',
    day: (count: number) => `${count} ngày`,
    hour: (count: number) => `${count} giờ`,
    minute: (count: number) => `${count} phút`,
  },
  en: {
    left: (time: string) => `${time} of working time left`,
    late: (time: string) => `${time} of working time late`,
    now: 'due now',
    day: (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`,
    hour: (count: number) => `${count} ${count === 1 ? 'hour' : 'hours'}`,
    minute: (count: number) => `${count} ${count === 1 ? 'minute' : 'minutes'}`,
  },
} as const;

/**
 * Working time as people count it: `còn 1 ngày 3 giờ làm việc`, `quá hạn 2 ngày làm việc`. The two largest units are said, and from two
 * days on the days alone.
 *
 * @param minutes working minutes left; negative: past due
 */
export function formatWorkingTime(minutes: number, locale: Locale): string {
  const said = words[locale];
  if (minutes === 0) return said.now;
  const time = sayDuration(Math.abs(minutes), locale);
  return minutes > 0 ? said.left(time) : said.late(time);
}

/** A stretch of working time without direction: `1 ngày 3 giờ`. */
export function sayDuration(minutes: number, locale: Locale): string {
  const said = words[locale];
  const days = Math.floor(minutes / MINUTES_A_DAY);
  const hours = Math.floor((minutes % MINUTES_A_DAY) / 60);
  const rest = minutes % 60;
  if (days >= 2 || (days === 1 && hours === 0)) return said.day(days);
  if (days === 1) return `${said.day(days)} ${said.hour(hours)}`;
  if (hours === 0) return said.minute(rest);
  return rest === 0 ? said.hour(hours) : `${said.hour(hours)} ${said.minute(rest)}`;
}
