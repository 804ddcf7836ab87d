import type { BoardGrouping, DossierLinePage, FigurePart, OrganisationReading } from '@motcua/contracts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { request, type RequestOptions } from './request.ts';

export interface FigureRequest {
  readonly indicator: string;
  readonly part: FigurePart;
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly asOf?: string | undefined;
  /** Without it as-was. */
  readonly organisation?: OrganisationReading | undefined;
  readonly by?: BoardGrouping | undefined;
  readonly key?: string | undefined;
}

const PAGE = 200;

interface PageParam {
  readonly cursor: string;
  readonly asOf: string;
}

/** The dossiers behind a figure, page by page. All pages show the moment of the first, so that together they are the figure. */
export const dossierLinesQuery = ({ indicator, ...figure }: FigureRequest) =>
  infiniteQueryOptions({
    queryKey: ['dossier-lines', indicator, figure],
    queryFn: ({ pageParam, signal }) =>
      request<DossierLinePage>(...toListRequest(indicator, figure, { ...pageParam, limit: PAGE }, signal)),
    initialPageParam: undefined as PageParam | undefined,
    getNextPageParam: ({ next, asOf }): PageParam | undefined => (next === null ? undefined : { cursor: next, asOf }),
    staleTime: Infinity,
  });

/** What was handed over is no indicator: it is a column of report II.06, and has a list of its own. */
export const findHandover = (indicator: string): 'in' | 'out' | undefined => handovers[indicator];

const handovers: Readonly<Partial<Record<string, 'in' | 'out'>>> = { 'handed-over.in': 'in', 'handed-over.out': 'out' };
const formOf: Readonly<Partial<Record<BoardGrouping, string>>> = { unit: 'ii06b', level: 'ii06c' };

function toListRequest(
  indicator: string,
  figure: Omit<FigureRequest, 'indicator'>,
  page: { readonly limit: number; readonly cursor?: string; readonly asOf?: string },
  signal: AbortSignal,
): [path: string, options: RequestOptions] {
  const direction = findHandover(indicator);
  if (direction === undefined)
    return [`/v1/indicators/${encodeURIComponent(indicator)}/dossiers`, { query: { ...figure, ...page }, signal }];
  const { unit, from, to, asOf, by, key } = figure;
  const form = (by === undefined ? undefined : formOf[by]) ?? 'ii06a';
  return ['/v1/reports/handed-over', { query: { unit, from, to, asOf, form, key, direction, ...page }, signal }];
}
