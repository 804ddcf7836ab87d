/**
 * Whether every text of a JSON value can be kept and read again: PostgreSQL knows no NUL in a text, and reading a body as jsonb fails
 * on NUL and on half a surrogate pair. One such text in the log would break every projection that is rebuilt from it.
 */
export function isStorable(value: unknown): boolean {
  // JSON.stringify escapes exactly these: U+0000 as a control character, and surrogates only where they stand alone.
  return !/\\u(?:0000|d[89a-f][0-9a-f]{2})/.test(JSON.stringify(value));
}

const FIRST = Date.UTC(1900, 0, 1);
const LAST = Date.UTC(2500, 0, 1);

/** Whether a moment lies where the calendar counts and the database can hold it. */
export const isCountable = (moment: string): boolean => {
  const at = Date.parse(moment);
  return at >= FIRST && at < LAST;
};
