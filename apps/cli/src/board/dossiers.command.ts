import {
  BoardGrouping,
  FigurePart,
  type DossierLine,
  type DossierLinePage,
  type OrganisationReading,
} from '@motcua/contracts/kpi';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import {
  formatCount,
  parsePeriod,
  CliError,
  printJsonList,
  toExamples,
  writeOut,
  parseCount,
  createTableStream,
  takeRows,
} from '@motcua/terminal';
import { parseAsOf } from '@motcua/terminal/as-of';
import { toLocalMinute } from '@motcua/terminal/local-minute';
import { organisationOption } from './organisation-option.ts';
import { type FigureQuery, listBehindFigure } from './list-behind-figure.ts';
import { createGatewayClient, type GatewayClient } from '@motcua/client';
import { connectToGateway } from '../connection/connect-to-gateway.ts';

interface DossiersOptions {
  readonly indicator: string;
  readonly part: FigurePart;
  readonly unit: string;
  readonly period: string;
  readonly asOf?: string;
  readonly organisation?: OrganisationReading;
  readonly by?: BoardGrouping;
  readonly key?: string;
  readonly limit?: number;
  readonly json?: boolean;
}

const PAGE = 1000;

/** `motcua dossiers`: the dossiers behind a figure, all of them, at one moment. */
export function createDossiersCommand(): Command {
  return new Command('dossiers')
    .description('Lists what is behind a figure: as many dossiers as the figure says.')
    .requiredOption('--indicator <id>', 'for example on-time.closed')
    .addOption(
      new Option('--part <part>', 'part of the figure; of a count there is only its value')
        .choices(FigurePart.options)
        .default('numerator'),
    )
    .requiredOption('--unit <code>', 'unit whose subtree is counted')
    .requiredOption('--period <from..to>', 'for example 2022-01-01..2022-10-31')
    .option('--as-of <moment>', 'as it stood then, ISO 8601 with an offset (default: now)')
    .addOption(new Option('--by <grouping>', 'with --key: one row of a grouped board').choices(BoardGrouping.options))
    .option('--key <key>', 'with --by: the row')
    .addOption(organisationOption())
    .option('--limit <count>', 'list no more than so many', parseCount)
    .option('--json', 'print {"indicator", "part", "unit", "period", "asOf", "total", "dossiers": […]}')
    .addHelpText(
      'after',
      toExamples(
        'motcua dossiers --indicator on-time.closed --part denominator --unit thanh-ba --period 2022-01-01..2022-10-31 --limit 20',
        'motcua dossiers --indicator online.filed --part numerator --unit thanh-ba --period 2022-01-01..2022-10-31 --by level --key commune --json',
      ),
    )
    .action(async (options: DossiersOptions) => {
      const query = readQuery(options);
      const client = createGatewayClient(await connectToGateway(), { role: 'admin' });
      const { head, pages } = await openList(client, query, options.limit);
      if (options.json === true) await printJsonList(head, 'dossiers', pages);
      else await printTable(head, pages);
    });
}

type Head = Pick<DossierLinePage, 'indicator' | 'version' | 'part' | 'unit' | 'period' | 'asOf' | 'total'>;
type Pages = AsyncIterable<readonly DossierLine[]>;

function readQuery({
  indicator,
  part,
  unit,
  period,
  asOf,
  organisation,
  by,
  key,
  limit = Infinity,
}: DossiersOptions): FigureQuery {
  if ((by === undefined) !== (key === undefined)) {
    throw new CliError({
      code: 'dossiers.row-incomplete',
      message: '--by and --key go together.',
      hint: '--by level --key commune',
      exitCode: 2,
    });
  }
  const moment = asOf === undefined ? undefined : new Date(parseAsOf(asOf)).toISOString();
  return { indicator, part, unit, ...parsePeriod(period), asOf: moment, organisation, by, key, limit: Math.min(PAGE, limit) };
}

/** What the first page says of all, and the pages, asked for as they are read. */
async function openList(client: GatewayClient, query: FigureQuery, limit = Infinity): Promise<{ head: Head; pages: Pages }> {
  const pages = listBehindFigure(client, query);
  const first = await pages.next();
  if (first.done === true) throw new Error('The service answered without a page.');
  const { next: _next, dossiers, ...head } = first.value;
  return { head, pages: takeRows(withFirst(dossiers, pages), limit) };
}

async function* withFirst(
  first: readonly DossierLine[],
  rest: AsyncIterable<DossierLinePage>,
): AsyncGenerator<readonly DossierLine[]> {
  yield first;
  for await (const { dossiers } of rest) yield dossiers;
}

const COLUMNS = [
  'HỒ SƠ / DOSSIER',
  'ĐƠN VỊ / UNIT',
  'THỦ TỤC / PROCEDURE',
  'KÊNH / CHANNEL',
  'TIẾP NHẬN / RECEIVED',
  'HẸN TRẢ / DUE',
  'KẾT THÚC / ENDED',
];

async function printTable({ indicator, part, unit, period, asOf, total }: Head, pages: Pages): Promise<void> {
  const print = (...lines: string[]): Promise<void> => writeOut(lines.map((line) => `${line}\n`).join(''));
  const toTableLines = createTableStream(COLUMNS);
  await print(
    `${pc.bold(indicator)} · ${part} · ${unit} · ${period.from} → ${period.to} · ${formatCount(total)} hồ sơ / dossiers`,
    pc.dim(`tính đến / as of ${asOf} · giờ địa phương / local time`),
    '',
  );
  let listed = 0;
  for await (const dossiers of pages) {
    listed += dossiers.length;
    await print(...toTableLines(dossiers.map(toRow)));
  }
  if (listed < total) await print(pc.dim(`… ${formatCount(total - listed)} more`));
}

function toRow({
  code,
  sourceCode,
  dossierId,
  unit,
  procedure,
  channel,
  timeZone,
  receivedAt,
  currentDue,
  endedAt,
}: DossierLine): string[] {
  const moments = [receivedAt, currentDue, endedAt].map((at) => toLocalMinute(at, timeZone));
  return [code ?? sourceCode ?? dossierId, unit, procedure, channel, ...moments];
}
