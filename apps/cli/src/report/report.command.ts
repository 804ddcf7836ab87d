import { ReportFormat, ReportLanguage, type OrganisationReading } from '@motcua/contracts';
import { Command, Option } from 'commander';
import { parseAsOf } from '@motcua/terminal/as-of';
import { parsePeriod, printJson, toExamples } from '@motcua/terminal';
import { organisationOption } from '../board/organisation-option.ts';
import { getReport, getReportText } from './get-report.ts';
import { createGatewayClient } from '@motcua/client';
import { createCheckCommand } from './files/check.command.ts';
import { createStatutoryCommand } from './files/statutory.command.ts';
import { connectToGateway } from '../connection/connect-to-gateway.ts';

interface ReportOptions {
  readonly unit: string;
  readonly period: string;
  readonly compare?: string;
  readonly format: ReportFormat;
  readonly lang: ReportLanguage;
  readonly asOf?: string;
  readonly organisation?: OrganisationReading;
  readonly withoutCounterRatings?: boolean;
  readonly json?: boolean;
}

/** `motcua report supervision`: the paragraph of the supervising delegation, of figures counted now. */
export function createReportCommand(): Command {
  const supervision = new Command('supervision')
    .description('Writes the supervision report of a unit: text, figures, remarks.')
    .requiredOption('--unit <code>', 'unit reported on, with everything below it')
    .requiredOption('--period <from..to>', 'for example 2022-01-01..2022-10-31')
    .option('--compare <from..to>', 'another period to compare with')
    .addOption(new Option('--format <format>', 'text, page or data').choices(ReportFormat.options).default('md'))
    .addOption(new Option('--lang <language>', 'language of the text').choices(ReportLanguage.options).default('vi'))
    .option('--as-of <moment>', 'counted figures as they stood then, ISO 8601 with an offset (default: now)')
    .addOption(organisationOption())
    .option('--without-counter-ratings', 'satisfaction without ratings by a link that a counter made')
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      toExamples(
        'motcua report supervision --unit thanh-ba --period 2022-01-01..2022-10-31',
        'motcua report supervision --unit thanh-ba --period 2022-01-01..2022-10-31 --compare 2021-01-01..2021-10-31 --lang en',
        'motcua report supervision --unit thanh-ba --period 2022-01-01..2022-10-31 --format html > report.html',
      ),
    )
    .action(
      async ({ unit, period, compare, format, lang, asOf, organisation, withoutCounterRatings, json = false }: ReportOptions) => {
        const query = {
          unit,
          period: parsePeriod(period),
          compareWith: compare === undefined ? undefined : parsePeriod(compare),
          lang,
          organisation,
          withoutCounterRatings,
          asOf: asOf === undefined ? undefined : new Date(parseAsOf(asOf)).toISOString(),
        };
        const client = createGatewayClient(await connectToGateway(), { role: 'admin' });
        if (json || format === 'json') printJson(await getReport(client, query));
        else process.stdout.write(await getReportText(client, query, format));
      },
    );
  return new Command('report')
    .description('Writes reports of the running figures, and checks files of them.')
    .addCommand(supervision)
    .addCommand(createStatutoryCommand())
    .addCommand(createCheckCommand());
}
