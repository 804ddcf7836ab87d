import { z } from 'zod';

const LARGEST_BIGINT = 2n ** 63n - 1n;

/** A `bigint` of PostgreSQL, not negative, as it writes it. */
export const CursorNumber = z.string().refine((digits) => /^\d{1,19}$/.test(digits) && BigInt(digits) <= LARGEST_BIGINT);

const written = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.\d{1,6})?(?:Z|[+-](\d\d)(?::?(\d\d))?)$/;

/** A `timestamptz` of PostgreSQL as it writes it, to the microsecond (`2022-03-01 10:00:00.123456+00`), or in ISO 8601. */
export const CursorInstant = z.string().refine(isInstant);

/** The same; `infinity` stands for rows that have no moment and come last. */
export const CursorInstantOrLast = z.union([z.literal('infinity'), CursorInstant]);

function isInstant(text: string): boolean {
  const parts = written
    .exec(text)
    ?.slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  if (parts === undefined) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, offsetHour = 0, offsetMinute = 0] = parts;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isDay = year >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay && hour <= 23 && minute <= 59 && second <= 59 && offsetHour <= 15 && offsetMinute <= 59;
}
