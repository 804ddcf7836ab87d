import { IsoInstant } from '@motcua/contracts/instant';
import { CliError } from './failure.ts';

/** A moment with `Z` or an offset, in epoch milliseconds. CliError `as-of.invalid` (exit code 2). */
export function parseAsOf(text: string): number {
  const parsed = IsoInstant.safeParse(text);
  if (parsed.success) return Date.parse(parsed.data);
  const message = `“${text}” is no moment with an offset.`;
  throw new CliError({ code: 'as-of.invalid', message, hint: 'Write --as-of 2016-01-12T16:00:00-05:00', exitCode: 2 });
}
