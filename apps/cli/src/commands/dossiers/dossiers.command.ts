import { BoardGrouping, FigurePart, type DossierLine, type DossierLinePage } from '@motcua/contracts';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { formatCount } from '../../board/format-figure.ts';
import { parseAsOf } from '../../board/parse-as-of.ts';
import { parsePeriod } from '../../board/parse-period.ts';
import { listBehindFigure } from '../../dossiers/list-behind-figure.ts';
import { createGatewayClient, type GatewayClient } from '../../stack/gateway-client.ts';
import { connectToGateway } from '../../connection/connect-to-gateway.ts';
import { CliError } from '../../terminal/failure.ts';
import { toLocalMinute } from '../../terminal/local-minute.ts';
import { printJson, printLines, toExamples } from '../../terminal/output.ts';
import { parseCount } from '../../terminal/parse-count.ts';
import { toTable } from '../../terminal/table.ts';

interface DossiersOptions {
  readonly indicator: string;
  readonly part: FigurePart;
  readonly unit: string;
  readonly period: string;
  readonly asOf?: string;
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
      const list = await readList(createGatewayClient(await connectToGateway(), { role: 'admin' }), options);
      if (options.json === true) printJson(list);
      else printLines(...toLines(list));
    });
}

type List = Pick<DossierLinePage, 'indicator' | 'version' | 'part' | 'unit' | 'period' | 'asOf' | 'total' | 'dossiers'>;

async function readList(
  client: GatewayClient,
  { indicator, part, unit, period, asOf, by, key, limit = Infinity }: DossiersOptions,
): Promise<List> {
  if ((by === undefined) !== (key === undefined)) {
    throw new CliError({
      code: 'dossiers.row-incomplete',
      message: '--by and --key go together.',
      hint: '--by level --key commune',
      exitCode: 2,
    });
  }
  const moment = asOf === undefined ? undefined : new Date(parseAsOf(asOf)).toISOString();
  const query = { indicator, part, unit, ...parsePeriod(period), asOf: moment, by, key, limit: Math.min(PAGE, limit) };
  let list: List | undefined;
  for await (const { next: _next, ...page } of listBehindFigure(client, query)) {
    if (list === undefined) list = page;
    else list.dossiers.push(...page.dossiers);
    if (list.dossiers.length >= limit) break;
  }
  if (list === undefined) throw new Error('The service answered without a page.');
  return { ...list, dossiers: list.dossiers.slice(0, limit) };
}

function toLines({ indicator, part, unit, period, asOf, total, dossiers }: List): string[] {
  const columns = [
    'HỒ SƠ / DOSSIER',
    'ĐƠN VỊ / UNIT',
    'THỦ TỤC / PROCEDURE',
    'KÊNH / CHANNEL',
    'TIẾP NHẬN / RECEIVED',
    'HẸN TRẢ / DUE',
    'KẾT THÚC / ENDED',
  ];
  return [
    `${pc.bold(indicator)} · ${part} · ${unit} · ${period.from} → ${period.to} · ${formatCount(total)} hồ sơ / dossiers`,
    pc.dim(`tính đến / as of ${asOf} · giờ địa phương / local time`),
    '',
    ...toTable(
      columns.map((title) => ({ title })),
      dossiers.map(toRow),
    ).split('\n'),
    ...(dossiers.length < total ? [pc.dim(`… ${formatCount(total - dossiers.length)} more`)] : []),
  ];
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
