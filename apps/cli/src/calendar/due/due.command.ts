import { Command, Option } from 'commander';
import { runBatch } from './batch/run-batch.ts';
import type { DueOptions } from './reading/due-command-options.ts';
import { explainDue } from './explain-due.ts';
import { getCalendar } from './reading/get-calendar.ts';

const examples = `
A moment without an offset is the time on the wall in the calendar's zone.

Examples:
  $ motcua due --received 2026-11-23T10:00 --limit 2wd
  $ motcua due --received 2026-11-23T15:10 --limit same-day
  $ motcua due --received 2026-11-20T10:00+07:00 --limit 15d --pause 2026-11-25T09:00/2026-11-27T14:00
  $ motcua due --received 2026-11-23T10:00 --limit 4wh --pause 2026-11-23T11:00/ --pause-rule restart --json
  $ motcua due --calendar town-hall.json --batch < dossiers.ndjson > dues.ndjson

Batch: one JSON object a line, answered by one line each in the same order.
  in   {"id":"1","receivedAt":"2026-11-23T10:00:00+07:00","limit":{"amount":2,"unit":"working-day"},
        "pauses":[{"from":"2026-11-25T09:00:00+07:00","to":"2026-11-25T10:00:00+07:00"}],"pauseRule":"subtract"}     (written on one line)
  out  {"id":"1","dueAt":"2026-11-26T04:00:00.000Z"}     dueAt is null while an open pause counts
       {"id":"1","error":{"code":"…","message":"…"}}     a bad line never stops the rest
  Units are working-day (0: the same day), working-hour and calendar-day. A pause may carry its own "rule".
  The batch exits 0 when every line was answered, whatever the answers.
`;

/** `motcua due`: computes a due moment from what it is given, and says how. Needs no running stack. */
export function createDueCommand(): Command {
  return new Command('due')
    .description('Compute a due moment and explain it, day by day and pause by pause. Needs no running stack.')
    .option('--calendar <id|file>', 'a shipped calendar (vn) or a JSON document', 'vn')
    .option('--received <moment>', 'when the dossier was received, ISO 8601')
    .option('--limit <limit>', '2wd (working days), 4wh (working hours), 15d (calendar days) or same-day')
    .option('--pause <from/to>', 'a pause, may be repeated; from/ is still open', (text, all: string[]) => [...all, text], [])
    .addOption(new Option('--pause-rule <rule>', 'what a pause does').choices(['subtract', 'restart']).default('subtract'))
    .option('--batch', 'read NDJSON from stdin, write NDJSON to stdout')
    .option('--ledger', 'with --batch: add the ledger to each line')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action(async (options: DueOptions) => {
      const calendar = await getCalendar(options.calendar);
      if (options.batch === true) await runBatch(calendar, options);
      else explainDue(calendar, options);
    });
}
