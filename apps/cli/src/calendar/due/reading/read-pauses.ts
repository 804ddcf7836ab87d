import type { Pause } from '@motcua/calendar';
import { CliError } from '@motcua/terminal';
import { readMoment } from './read-moment.ts';

/** `from/to`, or `from/` for a pause that is still open. */
export function readPauses(texts: readonly string[], timeZone: string): readonly Pause[] {
  return texts.map((text) => {
    const [from = '', to, ...rest] = text.split('/');
    const begins = readMoment(from, timeZone);
    const ends = to === '' ? null : readMoment(to ?? '', timeZone);
    if (begins !== undefined && ends !== undefined && rest.length === 0) return { from: begins, to: ends };
    throw new CliError({
      code: 'due.pause-unreadable',
      message: `"${text}" is no pause.`,
      hint: 'Write --pause 2026-11-25T09:00/2026-11-26T14:00, or --pause 2026-11-25T09:00/ for one that is still open.',
      exitCode: 2,
    });
  });
}
