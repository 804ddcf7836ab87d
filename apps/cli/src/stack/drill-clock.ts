import { InvalidArgumentError } from 'commander';
import { CliError } from '@motcua/terminal';

/** `2016-01-12T16:00:00-05:00`: a moment without an offset would mean another one on each machine. */
export function parseDrillClock(text: string): Date {
  const at = new Date(text);
  if (!/T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text) || Number.isNaN(at.getTime()))
    throw new InvalidArgumentError('write a moment with its offset, such as 2016-01-12T16:00:00-05:00.');
  return at;
}

/** Refuses to set the clock of a database that is not the embedded one: it may be somebody's real one. */
export function requireOwnDatabase({ clock }: { readonly clock?: Date }, env: NodeJS.ProcessEnv): void {
  if (clock === undefined || (env['DATABASE_URL'] ?? '') === '') return;
  throw new CliError({
    code: 'stack.clock-of-given-database',
    message: '--clock sets the clock of the timers in the database, and DATABASE_URL names one that is not ours.',
    hint: 'Unset DATABASE_URL to drill on an embedded one.',
    exitCode: 2,
  });
}
