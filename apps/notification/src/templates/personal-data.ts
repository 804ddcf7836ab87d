/**
 * Nine digits or more, whatever little stands between them: the shape of an ID number (9 or 12 digits) and of a telephone number
 * (10, or 11 with the country code). A date or a clock time is none: its digits are parted by other signs.
 */
const longNumber = /\d(?:[\s.,_()\u2010-\u2015-]{0,3}\d){8,}/u;
const longNumbers = new RegExp(longNumber, 'gu');

/** What a template declares as harmless is written between these two, from a block that no text uses, and taken out before the check. */
const safeBegin = '\uE000';
const safeEnd = '\uE001';
const safePart = /\uE000[^\uE000\uE001]*\uE001/gu;
const signs = /[\uE000\uE001]/gu;

export const hasLongNumber = (text: string): boolean => longNumber.test(text);

/** Each long number of a text masked, the rest as it is. */
export const maskLongNumbers = (text: string): string => text.replace(longNumbers, maskIdentifier);

/** Marks a value that may hold long numbers: a dossier code, an address of ours. */
export const markSafe = (text: string): string => `${safeBegin}${withoutMarks(text)}${safeEnd}`;

/** Takes the marks away; also from what comes from outside, so that nobody marks a number of his own. */
export const withoutMarks = (text: string): string => text.replace(signs, '');

/** Whether a rendered text shows a long number outside of the marked parts. */
export function showsPersonalData(rendered: string): boolean {
  // A gap, so that two numbers on either side of a safe part are not read as one.
  return hasLongNumber(rendered.replace(safePart, ' ¦ '));
}

/** All but the last three digits or letters hidden: `•••••••123`. */
export function maskIdentifier(text: string): string {
  const kept = text.replace(/[^\p{L}\p{N}]/gu, '');
  const shown = kept.length > 6 ? kept.slice(-3) : '';
  return '•'.repeat(Math.max(kept.length - shown.length, 3)) + shown;
}
