/**
 * Arrays for `unnest`, written by hand: the driver's own conversion quotes and searches every element, numbers too, and took
 * longer than the statement it served.
 */
export function toNumberArray(values: readonly (number | null)[]): string {
  let text = '';
  for (const value of values) text += value === null ? ',NULL' : `,${value}`;
  return `{${text.slice(1)}}`;
}

export function toFlagArray(values: readonly boolean[]): string {
  let text = '';
  for (const value of values) text += value ? ',t' : ',f';
  return `{${text.slice(1)}}`;
}

export function toTextArray(values: readonly (string | null)[]): string {
  let text = '';
  for (const value of values) text += value === null ? ',NULL' : `,"${special.test(value) ? escape(value) : value}"`;
  return `{${text.slice(1)}}`;
}

const special = /["\\]/;
const escape = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
