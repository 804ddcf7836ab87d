import type { PeriodClose, PeriodCloseList, PeriodCloseRequest, PeriodComparison } from '@motcua/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

/** Closed months of a unit, the latest first. */
export const closesQuery = (unit: string) =>
  queryOptions({
    queryKey: ['period-closes', unit],
    queryFn: ({ signal }) => request<PeriodCloseList>('/v1/period-closes', { query: { unit }, signal }),
    select: ({ closes }) => closes,
  });

export const closeQuery = (id: string) =>
  queryOptions({
    queryKey: ['period-close', id],
    queryFn: ({ signal }) => request<PeriodClose>(`/v1/period-closes/${encodeURIComponent(id)}`, { signal }),
  });

/** As reported and as now known, with the dossiers that make the difference page by page. */
export const comparisonQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['period-close', id, 'comparison'],
    queryFn: ({ pageParam, signal }) =>
      request<PeriodComparison>(`/v1/period-closes/${encodeURIComponent(id)}/comparison`, {
        query: { cursor: pageParam, limit: 50 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const proposeClose = (body: PeriodCloseRequest) => request<PeriodClose>('/v1/period-closes', { method: 'POST', body });

export interface CloseDecision {
  readonly id: string;
  readonly decision: 'confirmation' | 'withdrawal';
}
export const decideClose = ({ id, decision }: CloseDecision) =>
  request<PeriodClose>(`/v1/period-closes/${encodeURIComponent(id)}/${decision}`, { method: 'POST' });
