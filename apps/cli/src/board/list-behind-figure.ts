import { DossierLinePage, type FigurePart, type OrganisationReading } from '@motcua/contracts/kpi';
import type { GatewayClient } from '@motcua/client';

export interface FigureQuery {
  readonly indicator: string;
  readonly part: FigurePart;
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly asOf?: string | undefined;
  /** Under which units; without it as-was. */
  readonly organisation?: OrganisationReading | undefined;
  /** With `key`: the list behind one row of a grouped board. */
  readonly by?: string | undefined;
  readonly key?: string | undefined;
  /** Lines a page. */
  readonly limit?: number | undefined;
}

/** The pages behind a figure. All of them show the moment of the first, so that together they hold exactly `total` lines. */
export async function* listBehindFigure(
  client: Pick<GatewayClient, 'request'>,
  query: FigureQuery,
): AsyncGenerator<DossierLinePage> {
  const { indicator, asOf: asked, limit = 1000, ...rest } = query;
  let asOf = asked;
  let cursor: string | undefined;
  do {
    const path = `/v1/indicators/${encodeURIComponent(indicator)}/dossiers`;
    const page = DossierLinePage.parse(await client.request(path, { query: { ...rest, asOf, cursor, limit } }));
    yield page;
    asOf = page.asOf;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}
