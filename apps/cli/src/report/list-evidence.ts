import {
  RatingPage,
  type DossierLine,
  type EvidenceRow,
  type FigureList,
  type ReportFigure,
  type SupervisionReport,
} from '@motcua/contracts';
import { listBehindFigure } from '../dossiers/list-behind-figure.ts';
import type { GatewayClient } from '../stack/gateway-client.ts';
import { CliError } from '../terminal/failure.ts';

/** `rest`: what the denominator counts and the numerator does not. */
export const evidenceParts = ['numerator', 'denominator', 'rest'] as const;
export type EvidencePart = (typeof evidenceParts)[number];

export type EvidenceList = {
  readonly figure: string;
  readonly part: EvidencePart;
  readonly unit: string;
  readonly period: SupervisionReport['period'];
  readonly asOf: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Why there is no value. */
  readonly missing: ReportFigure['missing'];
} & (
  | { readonly kind: 'documents'; readonly rows: readonly EvidenceRow[]; readonly without: ReportFigure['without'] & {} }
  | { readonly kind: 'dossiers'; readonly rows: readonly DossierLine[] }
  | { readonly kind: 'ratings'; readonly rows: RatingPage['ratings'] }
);

type Client = Pick<GatewayClient, 'request'>;
const PAGE = 1_000;

/**
 * What is behind a figure of the report: as many rows as the part says, or the entries it was taken from with their documents, which
 * add up to both parts.
 *
 * @throws CliError `evidence.unknown-figure`, `evidence.no-parts`
 */
export async function listEvidence(
  client: Client,
  report: SupervisionReport,
  id: string,
  part: EvidencePart = 'numerator',
): Promise<EvidenceList> {
  const figure = [...report.figures, ...report.further].find((one) => one.id === id);
  if (figure === undefined) {
    const ids = [...report.figures, ...report.further].map((one) => one.id).join(', ');
    throw new CliError({ code: 'evidence.unknown-figure', message: `The report has no figure “${id}”.`, hint: ids, exitCode: 2 });
  }
  const { unit, period, asOf } = report;
  const { value, numerator, denominator, missing, list, evidence = [], without = [] } = figure;
  const told = { figure: id, part, unit, period, asOf, value, numerator, denominator, missing };
  if (list !== undefined) return { ...told, ...(await listRows(client, report, list, part)) };
  // Of a figure that nothing was collected for, every part is empty.
  if (part !== 'numerator' && missing === null) throw noParts(id);
  return { ...told, kind: 'documents', rows: evidence, without };
}

const noParts = (id: string): CliError =>
  new CliError({
    code: 'evidence.no-parts',
    message: `“${id}” rests on documents; each of its rows adds to both parts.`,
    hint: `motcua evidence ${id}`,
    exitCode: 2,
  });

async function listRows(client: Client, report: SupervisionReport, list: FigureList, part: EvidencePart) {
  const { unit, period, asOf } = report;
  if (list.kind === 'ratings') return { kind: 'ratings' as const, rows: await listRatings(client, report, part) };
  const { indicator, by, key } = list;
  const rows: DossierLine[] = [];
  const query = { indicator, part, unit, ...period, asOf, by: by ?? undefined, key: key ?? undefined, limit: PAGE };
  for await (const page of listBehindFigure(client, query)) rows.push(...page.dossiers);
  return { kind: 'dossiers' as const, rows };
}

const satisfied = { numerator: 'true', denominator: undefined, rest: 'false' } as const satisfies Record<
  EvidencePart,
  string | undefined
>;

async function listRatings(
  client: Client,
  { unit, period, withoutCounterRatings }: SupervisionReport,
  part: EvidencePart,
): Promise<RatingPage['ratings']> {
  const ratings: RatingPage['ratings'] = [];
  const filter = { satisfied: satisfied[part], withoutCounterRatings: withoutCounterRatings === true ? 'true' : undefined };
  let cursor: string | undefined;
  do {
    const answer = await client.request('/v1/ratings', { query: { unit, ...period, ...filter, cursor, limit: PAGE } });
    const page = RatingPage.parse(answer);
    ratings.push(...page.ratings);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return ratings;
}
