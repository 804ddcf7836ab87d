import type { Ii06FormId, Ii06Report } from '@motcua/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

export interface Ii06Request {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
}

/** Report II.06 of a unit and period, as of now. */
export const ii06Query = (form: Ii06FormId, asked: Ii06Request) =>
  queryOptions({
    queryKey: ['ii06', form, asked],
    queryFn: ({ signal }) => request<Ii06Report>(`/v1/reports/ii06/${form}`, { query: { ...asked }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
