import { RatingPage, type DossierLine, type EvidenceRow, type ReportFigure, type SupervisionReport } from '@motcua/contracts';
import { listBehindFigure } from '../dossiers/list-behind-figure.ts';
import type { GatewayClient } from '../stack/gateway-client.ts';
import { CliError } from '../terminal/failure.ts';

export type EvidenceList = {
  readonly figure: string;
  readonly unit: string;
  readonly period: SupervisionReport['period'];
  readonly asOf: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
} & (
  | { readonly kind: 'documents'; readonly rows: readonly EvidenceRow[] }
  | { readonly kind: 'dossiers'; readonly rows: readonly DossierLine[] }
  | { readonly kind: 'ratings'; readonly rows: RatingPage['ratings'] }
);

type Client = Pick<GatewayClient, 'request'>;
const PAGE = 1_000;

/** What is behind a figure of the report: as many rows as its numerator says, or the documents it was taken from. */
export async function listEvidence(client: Client, report: SupervisionReport, id: string): Promise<EvidenceList> {
  const figure = [...report.figures, ...report.further].find((one) => one.id === id);
  if (figure === undefined) {
    const ids = [...report.figures, ...report.further].map((one) => one.id).join(', ');
    throw new CliError({ code: 'evidence.unknown-figure', message: `The report has no figure “${id}”.`, hint: ids, exitCode: 2 });
  }
  const { unit, period, asOf } = report;
  const { value, numerator, denominator } = figure;
  return { figure: id, unit, period, asOf, value, numerator, denominator, ...(await listRows(client, report, figure)) };
}

async function listRows(client: Client, { unit, period, asOf }: SupervisionReport, { list, evidence, missing }: ReportFigure) {
  if (list === undefined || missing !== null) return { kind: 'documents' as const, rows: evidence ?? [] };
  if (list.kind === 'ratings') return { kind: 'ratings' as const, rows: await listRatings(client, { unit, ...period }) };
  const { indicator, part, by, key } = list;
  const rows: DossierLine[] = [];
  const query = { indicator, part, unit, ...period, asOf, by: by ?? undefined, key: key ?? undefined, limit: PAGE };
  for await (const page of listBehindFigure(client, query)) rows.push(...page.dossiers);
  return { kind: 'dossiers' as const, rows };
}

async function listRatings(client: Client, query: { unit: string; from: string; to: string }): Promise<RatingPage['ratings']> {
  const ratings: RatingPage['ratings'] = [];
  let cursor: string | undefined;
  do {
    const answer = await client.request('/v1/ratings', { query: { ...query, satisfied: 'true', cursor, limit: PAGE } });
    const page = RatingPage.parse(answer);
    ratings.push(...page.ratings);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return ratings;
}
