import type { RatingWay } from '@motcua/contracts';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { formatCount, parsePeriod, printJsonList, toExamples, writeOut, parseCount, createTableStream } from '@motcua/terminal';
import { parseAsOf } from '@motcua/terminal/as-of';
import { toLocalMinute } from '@motcua/terminal/local-minute';
import { noData } from '../board/format-figure.ts';
import { getReport } from './get-report.ts';
import { type EvidenceList, type EvidencePart, evidenceParts, openEvidence } from './list-evidence.ts';
import { createGatewayClient } from '@motcua/client';
import { connectToGateway } from '../connection/connect-to-gateway.ts';

interface EvidenceOptions {
  readonly unit: string;
  readonly period: string;
  readonly part: EvidencePart;
  readonly asOf?: string;
  readonly withoutCounterRatings?: boolean;
  readonly limit?: number;
  readonly json?: boolean;
}

/** `motcua evidence <figure>`: what is behind a figure of the supervision report. */
export function createEvidenceCommand(): Command {
  return new Command('evidence')
    .description('Lists what is behind a figure of the supervision report: as many rows as its numerator, or its documents.')
    .argument('<figure>', 'id of the figure, for example modern-one-stop or online.commune')
    .requiredOption('--unit <code>', 'unit reported on')
    .requiredOption('--period <from..to>', 'for example 2022-01-01..2022-10-31')
    .addOption(
      new Option('--part <part>', 'part of a counted figure; rest: in the denominator, not in the numerator')
        .choices(evidenceParts)
        .default('numerator'),
    )
    .option('--as-of <moment>', 'as it stood then, ISO 8601 with an offset (default: now)')
    .option('--without-counter-ratings', 'of satisfaction: without ratings by a link that a counter made')
    .option('--limit <count>', 'list no more than so many rows', parseCount)
    .option(
      '--json',
      'print {"figure", "part", "unit", "period", "value", "numerator", "denominator", "missing", "kind", "rows": […]}',
    )
    .addHelpText(
      'after',
      toExamples(
        'motcua evidence modern-one-stop --unit thanh-ba --period 2022-01-01..2022-10-31',
        'motcua evidence digitized --part rest --unit thanh-ba --period 2022-01-01..2022-10-31',
        'motcua evidence on-time --unit thanh-ba --period 2022-01-01..2022-10-31 --json',
      ),
    )
    .action(async (figure: string, options: EvidenceOptions) => {
      const { unit, period, part, asOf, limit, withoutCounterRatings, json = false } = options;
      const client = createGatewayClient(await connectToGateway(), { role: 'admin' });
      const moment = asOf === undefined ? undefined : new Date(parseAsOf(asOf)).toISOString();
      const query = { unit, period: parsePeriod(period), lang: 'vi', asOf: moment, withoutCounterRatings } as const;
      const report = await getReport(client, query);
      const { pages, ...list } = openEvidence(client, report, figure, { part, limit });
      if (json) await printJsonList(list, 'rows', pages);
      else await printTable({ ...list, pages } as EvidenceList); // Taken apart just above.
    });
}

/** Page by page: a reader who has seen enough need not wait for the rest. */
async function printTable(list: EvidenceList): Promise<void> {
  const { columns, pages } = toRows(list);
  const toTableLines = createTableStream(columns);
  const print = (lines: readonly string[]): Promise<void> => writeOut(lines.map((line) => `${line}\n`).join(''));
  await print(toHead(list));
  for await (const rows of pages) await print(toTableLines(rows));
  await print(toWithout(list));
}

function toHead(list: EvidenceList): string[] {
  const { figure, part, unit, period, numerator, denominator } = list;
  const parts = numerator === null || denominator === null ? noData : `${formatCount(numerator)} / ${formatCount(denominator)}`;
  return [
    `${pc.bold(figure)}${part === 'numerator' ? '' : ` · ${part}`} · ${unit} · ${period.from} → ${period.to} · ${parts}`,
    ...(list.missing === null ? [] : [reasons[list.missing]]),
    ...(list.kind === 'dossiers' ? [pc.dim(`tính đến / as of ${list.asOf} · giờ địa phương / local time`)] : []),
    '',
  ];
}

const reasons: Readonly<Record<NonNullable<EvidenceList['missing']>, string>> = {
  'nothing-to-count': 'Chưa có gì để tính trong kỳ / Nothing to count in the period',
  'source-absent': 'Chưa có nguồn thu thập / Nothing collects it here',
  'as-was-only': 'Chỉ có theo đơn vị lúc đó / Under the units of then alone',
};

const ways: Readonly<Record<RatingWay, string>> = {
  notice: 'thông báo / notice',
  counter: 'tại quầy / counter',
  import: 'nhập / import',
  unknown: 'không rõ / unknown',
};

/** Where units are counted: those that are not among the rows. */
function toWithout(list: EvidenceList): string[] {
  if (list.kind !== 'documents' || list.without.length === 0) return [];
  const names = list.without.map(({ unitName }) => unitName).join(', ');
  return ['', `Chưa có / Without (${formatCount(list.without.length)}): ${names}`];
}

async function* mapPages<Row>(pages: AsyncIterable<readonly Row[]>, toCells: (row: Row) => string[]): AsyncGenerator<string[][]> {
  for await (const page of pages) yield page.map(toCells);
}

function toRows(list: EvidenceList): { columns: string[]; pages: AsyncGenerator<string[][]> } {
  switch (list.kind) {
    case 'documents':
      return {
        columns: ['ĐƠN VỊ / UNIT', 'TỪ / FROM', 'ĐẾN / TO', 'TỬ / MẪU · PARTS', 'VĂN BẢN / DOCUMENTS'],
        pages: mapPages(list.pages, ({ unitName, validFrom, validTo, numerator, denominator, documents }) => [
          unitName,
          validFrom,
          validTo ?? '–',
          `${formatCount(numerator)} / ${formatCount(denominator)}`,
          documents.map(({ documentNumber, date }) => `${documentNumber} (${date})`).join(', '),
        ]),
      };
    case 'dossiers':
      return {
        columns: [
          'HỒ SƠ / DOSSIER',
          'ĐƠN VỊ / UNIT',
          'THỦ TỤC / PROCEDURE',
          'KÊNH / CHANNEL',
          'TIẾP NHẬN / RECEIVED',
          'KẾT THÚC / ENDED',
        ],
        pages: mapPages(
          list.pages,
          ({ code, sourceCode, dossierId, unit, procedure, channel, timeZone, receivedAt, endedAt }) => [
            code ?? sourceCode ?? dossierId,
            unit,
            procedure,
            channel,
            toLocalMinute(receivedAt, timeZone),
            toLocalMinute(endedAt, timeZone),
          ],
        ),
      };
    case 'ratings':
      return {
        columns: ['HỒ SƠ / DOSSIER', 'ĐƠN VỊ / UNIT', 'ĐÁNH GIÁ / RATED', 'CÁCH GỬI / BY', 'TRẢ LỜI / ANSWERS'],
        pages: mapPages(list.pages, ({ code, sourceCode, dossierId, unit, ratedAt, via, counter, answers }) => [
          code ?? sourceCode ?? dossierId,
          unit,
          ratedAt,
          counter === null ? ways[via] : `${ways[via]} · ${counter.officer}`,
          answers.map(({ value }) => value).join(' '),
        ]),
      };
  }
}
