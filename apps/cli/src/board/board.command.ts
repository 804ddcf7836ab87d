import { BoardGrouping, type OrganisationReading } from '@motcua/contracts/kpi';
import { Command, Option } from 'commander';
import { getBoard, listIndicators } from './get-board.ts';
import { knownAtOption, toKnownAt } from './known-at-option.ts';
import { parseAsOf } from '@motcua/terminal/as-of';
import { parsePeriod, printJson, printLines, toExamples } from '@motcua/terminal';
import { organisationOption } from './organisation-option.ts';
import { toBoardLines } from './print-board.ts';
import { createGatewayClient } from '@motcua/client';
import { connectToGateway } from '../connection/connect-to-gateway.ts';

interface BoardOptions {
  readonly unit: string;
  readonly period: string;
  readonly by?: BoardGrouping;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly organisation?: OrganisationReading;
  readonly json?: boolean;
}

const NARROW = 100;

/** `motcua board`: every indicator of a unit over a period, and its rows by any grouping of boards. */
export function createBoardCommand(): Command {
  return new Command('board')
    .description('Prints the figures of a unit and everything below it. Dates are local and inclusive.')
    .requiredOption('--unit <code>', 'unit whose subtree is counted')
    .requiredOption('--period <from..to>', 'for example 2022-01-01..2022-10-31')
    .addOption(new Option('--by <grouping>', 'a row for each').choices(BoardGrouping.options))
    .option('--as-of <moment>', 'figures as they stood then, ISO 8601 with an offset (default: now)')
    .addOption(knownAtOption())
    .addOption(organisationOption())
    .option('--json', 'print {"unit", "period", "asOf", "parked", "rows": [{"key", "indicators"}]}')
    .addHelpText(
      'after',
      toExamples(
        'motcua board --unit thanh-ba --period 2022-01-01..2022-10-31',
        'motcua board --unit thanh-ba --period 2022-01-01..2022-10-31 --by level',
        'motcua board --unit xa-thanh-ba --period 2022-01-01..2022-10-31 --organisation as-is',
        'motcua board --unit dong-thanh --period 2022-01-01..2022-10-31 --by officer',
        'motcua board --unit thanh-ba --period 2022-09-01..2022-09-30 --known-at close',
        'motcua board --unit boston --period 2015-01-01..2016-01-12 --by unit --as-of 2016-01-12T16:00:00-05:00 --json',
      ),
    )
    .action(async ({ unit, period, by, asOf, knownAt, organisation, json = false }: BoardOptions) => {
      const query = {
        unit,
        period: parsePeriod(period),
        by,
        organisation,
        asOf: asOf === undefined ? undefined : new Date(parseAsOf(asOf)).toISOString(),
        knownAt: toKnownAt(knownAt),
      };
      const client = createGatewayClient(await connectToGateway(), { role: 'admin' });
      if (json) {
        printJson(await getBoard(client, query));
        return;
      }
      const [board, indicators] = await Promise.all([getBoard(client, query), listIndicators(client)]);
      printLines(...toBoardLines(board, indicators, process.stdout.isTTY ? process.stdout.columns : NARROW));
    });
}
