import type {
  InstitutionalEntry,
  InstitutionalFigure,
  InstitutionalHistory,
  InstitutionalKind,
  RatingPage,
} from '@motcua/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

const toPath = (kind: InstitutionalKind, unit: string): string => `/v1/institutional-figures/${kind}/${encodeURIComponent(unit)}`;

/** Every version of what a unit entered of a kind, oldest first. */
export const institutionalHistoryQuery = (kind: InstitutionalKind, unit: string) =>
  queryOptions({
    queryKey: ['institutional', kind, unit],
    queryFn: ({ signal }) => request<InstitutionalHistory>(`${toPath(kind, unit)}/history`, { signal }),
    select: ({ versions }) => versions,
  });

/** Enters a figure with its evidence; of a validity that is there already it is a correction. */
export const putInstitutional = (figure: InstitutionalFigure) =>
  request<InstitutionalEntry>(toPath(figure.kind, figure.unit), { method: 'PUT', body: figure });

export interface RatingsRequest {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly satisfied: boolean;
}

/** Ratings of a unit and period, page by page. */
export const ratingsQuery = (ratings: RatingsRequest) =>
  infiniteQueryOptions({
    queryKey: ['ratings', ratings],
    queryFn: ({ pageParam, signal }) =>
      request<RatingPage>('/v1/ratings', { query: { ...ratings, cursor: pageParam, limit: 100 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
