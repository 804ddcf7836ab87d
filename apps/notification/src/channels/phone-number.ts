/**
 * A telephone number as providers want it, `84912345678`: from `0912 345 678`, `+84 912 345 678` or `84912345678`. Numbers of other
 * countries keep their country code. undefined: it is none.
 */
export function toInternationalNumber(text: string): string | undefined {
  const compact = text.replace(/[\s.()-]/gu, '').replace(/^(?:\+|00)/u, '');
  const international = /^0\d{9,10}$/u.test(compact) ? `84${compact.slice(1)}` : compact;
  return /^[1-9]\d{8,14}$/u.test(international) ? international : undefined;
}
