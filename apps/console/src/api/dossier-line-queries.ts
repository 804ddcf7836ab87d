import type { BoardGrouping, DossierLinePage, FigurePart, OrganisationReading } from '@motcua/contracts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

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
      request<DossierLinePage>(`/v1/indicators/${encodeURIComponent(indicator)}/dossiers`, {
        query: { ...figure, ...pageParam, limit: PAGE },
        signal,
      }),
    initialPageParam: undefined as PageParam | undefined,
    getNextPageParam: ({ next, asOf }): PageParam | undefined => (next === null ? undefined : { cursor: next, asOf }),
    staleTime: Infinity,
  });
