import { z } from 'zod';
import { maskLongNumbers, withoutMarks } from './personal-data.ts';

/** As long as a reason in words may be. */
const MAX_LENGTH = 2_000;
/** In a short message, which has some 300 signs for everything. */
const SHORT_LENGTH = 80;

/** Control signs, and those that turn the order in which a line is read: they could make it say something else. */
const forbidden = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

/** What somebody wrote, to be read by one person: a paragraph. Line ends become spaces, other control signs are refused. */
export const words = z
  .string()
  .max(MAX_LENGTH)
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .min(1)
      .refine((text) => !forbidden.test(text), 'must not hold control characters'),
  );

/** With ID and telephone numbers masked, and cut at a word where there is little room. */
export function showWords(text: string, isShort: boolean): string {
  const masked = maskLongNumbers(withoutMarks(text));
  const signs = Array.from(masked);
  if (!isShort || signs.length <= SHORT_LENGTH) return masked;
  const cut = signs.slice(0, SHORT_LENGTH).join('');
  return `${cut.replace(/\s+\S{0,20}$/u, '')}…`;
}
