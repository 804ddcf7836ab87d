import { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import pc from 'picocolors';
import { createGatewayClient } from '@motcua/client';
import { printJson, toExamples } from '@motcua/terminal';
import { connectToGateway } from '../../connection/connect-to-gateway.ts';
import { checkReportFile } from './check-report-file.ts';

/** `motcua report check`: whether a file is as it was written, and was written here. */
export const createCheckCommand = (): Command =>
  new Command('check')
    .description('Checks a file that was taken out: that nothing in it was changed, and that this installation wrote it.')
    .argument('<file>', 'a report, board or list as XLSX or CSV')
    .option('--json', 'print {"hash", "name", "unit", "period", "asOf", "writtenAt"}')
    .addHelpText('after', toExamples('motcua report check ii06a-thanh-ba.xlsx'))
    .action(async (path: string, { json = false }: { readonly json?: boolean }) => {
      const client = createGatewayClient(await connectToGateway(), { role: 'admin' });
      const file = await checkReportFile(client, { path, bytes: await readFile(path) });
      if (json) {
        printJson(file);
        return;
      }
      const { name, unit, period, asOf, writtenAt, hash } = file;
      const what = `${name} · ${unit} · ${period.from} → ${period.to} · as of ${asOf} · written ${writtenAt}`;
      process.stdout.write(`${pc.green('✓')} ${path} is as it was written here: ${what}\n  SHA-256 ${hash}\n`);
    });
