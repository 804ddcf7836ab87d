import { parseSearchWith, stringifySearchWith } from '@tanstack/react-router';

/** Whole numbers, true and false, and what is written as JSON; the code of a procedure, `1.000689`, stays a text. */
const VALUE = /^(?:true|false|0|[1-9]\d{0,14}|["[{].*)$/s;

/** A value of an address. @throws where it is a text, which is then taken as it stands */
function readValue(text: string): unknown {
  if (!VALUE.test(text)) throw new Error('It is a text.');
  return JSON.parse(text);
}

const parseValues = parseSearchWith(readValue);

/** The library takes what looks like a number for one before it asks; only whole ones are. */
const toText = (value: unknown): unknown => (typeof value === 'number' && !Number.isInteger(value) ? String(value) : value);

/** How addresses are read. @param text with its `?` */
export const parseSearch = (text: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(parseValues(text)).map(([key, value]) => [key, toText(value)]));

/** How addresses say what is looked at. */
export const stringifySearch = stringifySearchWith(JSON.stringify, readValue);
