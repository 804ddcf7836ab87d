import { dueMomentWithLedger, type DueRequest, type WorkingCalendar } from '@motcua/calendar';
import { CliError } from '@motcua/terminal';
import type { DueOptions } from './reading/due-command-options.ts';
import { toWireLedger } from './words/ledger-on-the-wire.ts';
import { printExplanation } from './print-explanation.ts';
import { readLimit } from './reading/read-limit.ts';
import { isLocal, readMoment } from './reading/read-moment.ts';
import { readPauses } from './reading/read-pauses.ts';

/** One due moment, printed with its ledger. Throws CliError where the calendar refuses. */
export function explainDue(calendar: WorkingCalendar, options: DueOptions): void {
  const request = readRequest(calendar, options);
  const due = dueMomentWithLedger(calendar, request);
  if (!due.ok) throw new CliError({ ...due.error, hint: 'See motcua due --help for how to write receipts, limits and pauses.' });
  if (options.json === true) {
    const { id, version, timeZone, document } = calendar;
    const toIso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
    const answer = {
      dueAt: toIso(due.dueAt),
      beforeOpenPause: toIso(due.beforeOpenPause),
      receivedAt: toIso(request.receivedAt),
      limit: request.limit,
      pauseRule: options.pauseRule,
      calendar: { id, version, timeZone, confirmedThrough: document.confirmedThrough },
      ledger: toWireLedger(due.ledger),
    };
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  } else printExplanation(calendar, request, due, { assumedZone: [options.received ?? '', ...options.pause].some(isLocal) });
}

function readRequest({ timeZone }: WorkingCalendar, { received, limit, pause, pauseRule }: DueOptions): DueRequest {
  if (received === undefined || limit === undefined) {
    const hint = 'For example: motcua due --received 2026-11-23T10:00 --limit 2wd';
    throw new CliError({ code: 'due.incomplete', message: 'Say --received and --limit, or --batch.', hint, exitCode: 2 });
  }
  const receivedAt = readMoment(received, timeZone);
  if (receivedAt === undefined) {
    const hint = 'Write it as 2026-11-23T10:00 (on the wall in the calendar’s zone) or 2026-11-23T10:00+07:00.';
    throw new CliError({ code: 'calendar.received-invalid', message: `"${received}" is no moment.`, hint, exitCode: 2 });
  }
  return { receivedAt, limit: readLimit(limit), pauses: readPauses(pause, timeZone), pauseRule };
}
