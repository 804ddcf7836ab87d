import type { RatingWay } from '@motcua/contracts';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { formatCount, noData } from '../../board/format-figure.ts';
import { parseAsOf } from '../../board/parse-as-of.ts';
import { parsePeriod } from '../../board/parse-period.ts';
import { getReport } from '../../report/get-report.ts';
import { evidenceParts, listEvidence, type EvidenceList, type EvidencePart } from '../../report/list-evidence.ts';
import { createGatewayClient } from '../../stack/gateway-client.ts';
import { connectToGateway } from '../../connection/connect-to-gateway.ts';
import { toLocalMinute } from '../../terminal/local-minute.ts';
import { printJson, printLines, toExamples } from '../../terminal/output.ts';
import { toTable } from '../../terminal/table.ts';

interface EvidenceOptions {
  readonly unit: string;
  readonly period: string;
  readonly part: EvidencePart;
  readonly asOf?: string;
  readonly withoutCounterRatings?: boolean;
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
    .action(async (figure: string, { unit, period, part, asOf, withoutCounterRatings, json = false }: EvidenceOptions) => {
      const client = createGatewayClient(await connectToGateway(), { role: 'admin' });
      const moment = asOf === undefined ? undefined : new Date(parseAsOf(asOf)).toISOString();
      const query = { unit, period: parsePeriod(period), lang: 'vi', asOf: moment, withoutCounterRatings } as const;
      const report = await getReport(client, query);
      const list = await listEvidence(client, report, figure, part);
      if (json) printJson(list);
      else printLines(...toLines(list));
    });
}

function toLines(list: EvidenceList): string[] {
  const { figure, part, unit, period, numerator, denominator } = list;
  const parts = numerator === null || denominator === null ? noData : `${formatCount(numerator)} / ${formatCount(denominator)}`;
  const { columns, rows } = toRows(list);
  return [
    `${pc.bold(figure)}${part === 'numerator' ? '' : ` · ${part}`} · ${unit} · ${period.from} → ${period.to} · ${parts}`,
    ...(list.missing === null ? [] : [reasons[list.missing]]),
    ...(list.kind === 'dossiers' ? [pc.dim(`tính đến / as of ${list.asOf} · giờ địa phương / local time`)] : []),
    '',
    ...toTable(
      columns.map((title) => ({ title })),
      rows,
    ).split('\n'),
    ...toWithout(list),
  ];
}

const reasons: Readonly<Record<NonNullable<EvidenceList['missing']>, string>> = {
  'nothing-to-count': 'Chưa có gì để tính trong kỳ / Nothing to count in the period',
  'source-absent': 'Chưa có nguồn thu thập / Nothing collects it here',
  'source-away': 'Nguồn số liệu chưa trả lời, hãy xem lại sau / Its source did not answer; look again later',
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

function toRows(list: EvidenceList): { columns: string[]; rows: string[][] } {
  switch (list.kind) {
    case 'documents':
      return {
        columns: ['ĐƠN VỊ / UNIT', 'TỪ / FROM', 'ĐẾN / TO', 'TỬ / MẪU · PARTS', 'VĂN BẢN / DOCUMENTS'],
        rows: list.rows.map(({ unitName, validFrom, validTo, numerator, denominator, documents }) => [
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
        rows: list.rows.map(({ code, sourceCode, dossierId, unit, procedure, channel, timeZone, receivedAt, endedAt }) => [
          code ?? sourceCode ?? dossierId,
          unit,
          procedure,
          channel,
          toLocalMinute(receivedAt, timeZone),
          toLocalMinute(endedAt, timeZone),
        ]),
      };
    case 'ratings':
      return {
        columns: ['HỒ SƠ / DOSSIER', 'ĐƠN VỊ / UNIT', 'ĐÁNH GIÁ / RATED', 'CÁCH GỬI / BY', 'TRẢ LỜI / ANSWERS'],
        rows: list.rows.map(({ code, sourceCode, dossierId, unit, ratedAt, via, counter, answers }) => [
          code ?? sourceCode ?? dossierId,
          unit,
          ratedAt,
          counter === null ? ways[via] : `${ways[via]} · ${counter.officer}`,
          answers.map(({ value }) => value).join(' '),
        ]),
      };
  }
}
