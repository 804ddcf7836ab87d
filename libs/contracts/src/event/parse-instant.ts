const ZERO = 48;
/** Days before each month in a year that begins in March, so that the leap day comes last. */
const DAYS_BEFORE = [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275];

/**
 * A moment of a published event in milliseconds, NaN where it is none. Our own events all have the form
 * `2022-03-01T08:15:00.000Z`, which is read digit by digit (`Date.parse` would take a third of a consumer's time).
 */
export function parseInstant(text: string): number {
  if (text.length !== 24 || text.charCodeAt(23) !== 90 || text.charCodeAt(10) !== 84) return Date.parse(text);
  const month = digits(text, 5, 2);
  const year = digits(text, 0, 4) - (month < 3 ? 1 : 0);
  const before = DAYS_BEFORE[month - 1] ?? NaN;
  const days =
    365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + before + digits(text, 8, 2) - 719_469;
  const seconds = digits(text, 11, 2) * 3600 + digits(text, 14, 2) * 60 + digits(text, 17, 2);
  return days * 86_400_000 + seconds * 1000 + digits(text, 20, 3);
}

function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let index = from; index < from + count; index += 1) {
    const digit = text.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}
