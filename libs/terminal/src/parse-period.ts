import { CliError } from './failure.ts';

/** Local dates, both inclusive. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** `2022-01-01..2022-10-31`, or one date for a single day. CliError `period.invalid` (exit code 2). */
export function parsePeriod(text: string): Period {
  const [from = '', to = from, ...rest] = text.split('..');
  if (rest.length > 0 || !isDate(from) || !isDate(to)) throw invalid(`“${text}” is no period.`);
  if (from > to) throw invalid(`The period ${text} ends before it begins.`);
  return { from, to };
}

const invalid = (message: string): CliError =>
  new CliError({ code: 'period.invalid', message, hint: 'Write --period 2022-01-01..2022-10-31', exitCode: 2 });

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  // `Date.parse` takes 31 April for 1 May: only a date that reads back the same is one.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
