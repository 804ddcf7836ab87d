import type { Ii06FormId, Ii06Report, ScoreReport, ScoreSetId } from '@motcua/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

export interface StatutoryRequest {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
}

/** Report II.06 of a unit and period, as of now. */
export const ii06Query = (form: Ii06FormId, asked: StatutoryRequest) =>
  queryOptions({
    queryKey: ['ii06', form, asked],
    queryFn: ({ signal }) => request<Ii06Report>(`/v1/reports/ii06/${form}`, { query: { ...asked }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });

/** Points of a unit and period by a set of criteria, as of now. */
export const scoreQuery = (set: ScoreSetId, asked: StatutoryRequest) =>
  queryOptions({
    queryKey: ['score', set, asked],
    queryFn: ({ signal }) => request<ScoreReport>(`/v1/reports/scores/${set}`, { query: { ...asked }, signal }),
    staleTime: 30_000,
  });
