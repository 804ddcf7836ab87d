/**
 * Arrays of texts for `unnest`, written by hand: the driver's own conversion searches every element several times and took longer
 * than the statement it served. Joined at once: a text that grows piece by piece is put together a second time when it is sent.
 */
export const toTextArray = (values: readonly (string | null)[]): string => `{${values.map(toElement).join(',')}}`;

const toElement = (value: string | null): string =>
  value === null ? 'NULL' : `"${special.test(value) ? escape(value) : value}"`;

const special = /["\\]/;
const escape = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
