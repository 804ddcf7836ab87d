import { Ii06FormId, ReportLanguage } from '@motcua/contracts';
import { Command, Option } from 'commander';
import { writeFile } from 'node:fs/promises';
import { createGatewayClient, toCliError } from '@motcua/client';
import { CliError, parsePeriod, printJson, toExamples } from '@motcua/terminal';
import { parseAsOf } from '@motcua/terminal/as-of';
import { connectToGateway } from '../../connection/connect-to-gateway.ts';

interface StatutoryOptions {
  readonly form: Ii06FormId;
  readonly unit: string;
  readonly period: string;
  readonly asOf?: string;
  readonly lang: ReportLanguage;
  readonly out?: string;
  readonly json?: boolean;
}

/** `motcua report statutory`: report II.06 as a file in the layout of the circular, or as data. */
export const createStatutoryCommand = (): Command =>
  new Command('statutory')
    .description('Writes report II.06/VPCP/KSTT: received, handled and in process.')
    .requiredOption('--unit <code>', 'unit reported on, with everything below it')
    .requiredOption('--period <from..to>', 'for example 2022-01-01..2022-10-31')
    .addOption(new Option('--form <form>', 'a: by field, b: by agency, c: by level').choices(Ii06FormId.options).default('ii06a'))
    .addOption(new Option('--lang <language>', 'language of the file').choices(ReportLanguage.options).default('vi'))
    .option('--as-of <moment>', 'as it stood then, ISO 8601 with an offset (default: now)')
    .option('--out <file>', 'write it there; .xlsx or .csv says which it is')
    .option('--json', 'print it as data, each cell with the list behind it')
    .addHelpText(
      'after',
      toExamples('motcua report statutory --unit thanh-ba --period 2022-01-01..2022-10-31 --out ii06a-thanh-ba.xlsx'),
    )
    .action(async ({ form, unit, period, asOf, lang, out, json = false }: StatutoryOptions) => {
      const client = createGatewayClient(await connectToGateway(), { role: 'admin' });
      const moment = asOf === undefined ? undefined : new Date(parseAsOf(asOf)).toISOString();
      const query = { unit, ...parsePeriod(period), asOf: moment };
      if (json || out === undefined) {
        printJson(await client.request(`/v1/reports/ii06/${form}`, { query }));
        return;
      }
      const response = await client.fetch(`/v1/reports/ii06/${form}/export`, {
        query: { ...query, lang, format: toFormat(out) },
      });
      if (!response.ok) throw toCliError(response, await response.text());
      await writeFile(out, Buffer.from(await response.arrayBuffer()));
      process.stdout.write(`${out}\n`);
    });

function toFormat(path: string): 'xlsx' | 'csv' {
  const format = /\.(xlsx|csv)$/i.exec(path)?.[1]?.toLowerCase();
  if (format === 'xlsx' || format === 'csv') return format;
  throw new CliError({ code: 'out.invalid', message: `${path} ends neither in .xlsx nor in .csv.`, exitCode: 2 });
}
