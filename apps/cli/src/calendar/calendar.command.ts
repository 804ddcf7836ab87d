import type { CalendarChangePreview, CalendarChangeProgress, CalendarDocument } from '@motcua/contracts';
import { Command } from 'commander';
import pc from 'picocolors';
import { formatCount, CliError, printJson, printLines, toExamples, createProgress } from '@motcua/terminal';
import { createCatalogueClient } from '@motcua/client/catalogue';
import { createGatewayClient, type GatewayClient } from '@motcua/client';
import { connectToGateway } from '../connection/connect-to-gateway.ts';
import { followChange, previewChange, putCalendar } from './change-calendar.ts';
import { toPreviewLines } from './print-preview.ts';
import { readCalendarFile } from './read-calendar-file.ts';

interface ImportOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `motcua calendar import` and `show`: a swap of days announced late, and what it does to dossiers that are under way. */
export function createCalendarCommand(): Command {
  return new Command('calendar').addCommand(createImport()).addCommand(createShow());
}

function createImport(): Command {
  return new Command('import')
    .summary('take a new version of a calendar, and date anew the open dossiers it moves')
    .description(
      'Shows which open dossiers a new version of a calendar moves, then takes it: from then on every receipt counts with it, and ' +
        'those dossiers are dated anew.\n' +
        'Interrupted or repeated, it goes on; dossiers that have moved already are left alone.',
    )
    .argument('<file>', 'a calendar, JSON; its version must be above the one in force')
    .option('--dry-run', 'show what would move, and stop')
    .option('--json', 'print {"preview", "change"}; change is null with --dry-run')
    .addHelpText(
      'after',
      toExamples(
        'motcua calendar show vn > vn.json      # then add 2/1/2026 to daysOff, 10/1/2026 to workingDays, raise the version',
        'motcua calendar import vn.json --dry-run',
        'motcua calendar import vn.json',
      ),
    )
    .action(async (file: string, { dryRun = false, json = false }: ImportOptions) => {
      const calendar = await readCalendarFile(file);
      const client = createGatewayClient(await connectToGateway(), { role: 'admin' });
      const preview = await previewChange(client, calendar);
      if (!json) printLines(...toPreviewLines(preview, calendar.timeZone));
      const change = dryRun ? null : await take(client, calendar);
      if (json) printJson({ preview, change });
      else printLines('', ...toEndLines(preview, change));
    });
}

async function take(client: GatewayClient, calendar: CalendarDocument): Promise<CalendarChangeProgress> {
  const progress = createProgress({ stream: process.stderr });
  await progress.step(`putting version ${String(calendar.version)} of ${calendar.id} into the catalogue`, () =>
    putCalendar(client, calendar),
  );
  return progress.step('dating open dossiers anew', (say) => followChange(client, calendar, say));
}

function toEndLines({ dossiers }: CalendarChangePreview, change: CalendarChangeProgress | null): string[] {
  if (change === null) return [pc.dim('Nothing was changed (--dry-run).')];
  if (change.state === 'superseded') return [`${pc.yellow('!')} A newer version came meanwhile and is followed in its place.`];
  const skipped = change.skipped === 0 ? '' : pc.dim(` · ${formatCount(change.skipped)} ended or moved in another way meanwhile`);
  const before = dossiers === 0 && change.done > 0 ? pc.dim(' (by an earlier run)') : '';
  return [`${pc.green('✓')} ${formatCount(change.done)} open dossiers dated anew${before}${skipped}`];
}

function createShow(): Command {
  return new Command('show')
    .summary('print the newest version of a calendar in the catalogue, as import takes it')
    .argument('<id>', 'calendar id')
    .addHelpText('after', toExamples('motcua calendar show vn'))
    .action(async (id: string) => {
      const client = createGatewayClient(await connectToGateway(), { role: 'admin' });
      const newest = (await createCatalogueClient(client).listVersions('calendars', id)).at(-1);
      if (newest !== undefined) {
        printJson(newest);
        return;
      }
      const message = `The catalogue has no calendar "${id}".`;
      throw new CliError({ code: 'calendar.unknown', message, hint: 'A calendar is named by its id, such as vn.' });
    });
}
