import {
  RatingPage,
  type DossierLine,
  type EvidenceRow,
  type FigureList,
  type ReportFigure,
  type SupervisionReport,
} from '@motcua/contracts';
import { listBehindFigure } from '../board/list-behind-figure.ts';
import type { GatewayClient } from '@motcua/client';
import { takeRows, CliError } from '@motcua/terminal';

/** `rest`: what the denominator counts and the numerator does not. */
export const evidenceParts = ['numerator', 'denominator', 'rest'] as const;
export type EvidencePart = (typeof evidenceParts)[number];

type Pages<Row> = AsyncGenerator<readonly Row[]>;

/** `pages`: the rows, asked for page by page as they are read. */
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
  | { readonly kind: 'documents'; readonly pages: Pages<EvidenceRow>; readonly without: ReportFigure['without'] & {} }
  | { readonly kind: 'dossiers'; readonly pages: Pages<DossierLine> }
  | { readonly kind: 'ratings'; readonly pages: Pages<RatingPage['ratings'][number]> }
);

type Client = Pick<GatewayClient, 'request'>;
const PAGE = 1_000;

/**
 * What is behind a figure of the report: as many rows as the part says, or the entries it was taken from with their documents, which
 * add up to both parts. Of `limit` rows no page more is asked for than they need.
 *
 * @throws CliError `evidence.unknown-figure`, `evidence.no-parts`
 */
export function openEvidence(
  client: Client,
  report: SupervisionReport,
  id: string,
  { part = 'numerator', limit = Infinity }: { readonly part?: EvidencePart; readonly limit?: number | undefined } = {},
): EvidenceList {
  const figure = [...report.figures, ...report.further].find((one) => one.id === id);
  if (figure === undefined) {
    const ids = [...report.figures, ...report.further].map((one) => one.id).join(', ');
    throw new CliError({ code: 'evidence.unknown-figure', message: `The report has no figure “${id}”.`, hint: ids, exitCode: 2 });
  }
  const { unit, period, asOf } = report;
  const { value, numerator, denominator, missing, list, evidence = [], without = [] } = figure;
  const head = { figure: id, part, unit, period, asOf, value, numerator, denominator, missing };
  if (list !== undefined) return { ...head, ...openRows(client, report, list, { part, limit }) };
  // Of a figure that nothing was collected for, every part is empty.
  if (part !== 'numerator' && missing === null) throw noParts(id);
  return { ...head, kind: 'documents', pages: takeRows(toPages(evidence), limit), without };
}

const noParts = (id: string): CliError =>
  new CliError({
    code: 'evidence.no-parts',
    message: `“${id}” rests on documents; each of its rows adds to both parts.`,
    hint: `motcua evidence ${id}`,
    exitCode: 2,
  });

interface Asked {
  readonly part: EvidencePart;
  readonly limit: number;
}

function openRows(client: Client, report: SupervisionReport, list: FigureList, { part, limit }: Asked) {
  const { unit, period, asOf, withoutCounterRatings } = report;
  const page = Math.min(PAGE, limit);
  if (list.kind === 'ratings') {
    const filter = { satisfied: satisfied[part], withoutCounterRatings: withoutCounterRatings === true ? 'true' : undefined };
    const ratings = listRatings(client, { unit, ...period, ...filter, limit: page });
    return { kind: 'ratings' as const, pages: takeRows(ratings, limit) };
  }
  const { indicator, by, key } = list;
  const query = { indicator, part, unit, ...period, asOf, by: by ?? undefined, key: key ?? undefined, limit: page };
  return { kind: 'dossiers' as const, pages: takeRows(toDossiers(listBehindFigure(client, query)), limit) };
}

async function* toDossiers(pages: ReturnType<typeof listBehindFigure>): Pages<DossierLine> {
  for await (const { dossiers } of pages) yield dossiers;
}

async function* toPages<Row>(rows: readonly Row[]): Pages<Row> {
  yield await Promise.resolve(rows);
}

const satisfied = { numerator: 'true', denominator: undefined, rest: 'false' } as const satisfies Record<
  EvidencePart,
  string | undefined
>;

async function* listRatings(
  client: Client,
  query: Readonly<Record<string, string | number | undefined>>,
): Pages<RatingPage['ratings'][number]> {
  let cursor: string | undefined;
  do {
    const page = RatingPage.parse(await client.request('/v1/ratings', { query: { ...query, cursor } }));
    yield page.ratings;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}
