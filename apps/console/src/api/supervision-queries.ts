import type { OverdueCauseCode, OverdueCauseRecord, ProposalPage } from '@motcua/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

/** What waits for the decision of a head, the oldest first. */
export const proposalsQuery = (unit: string) =>
  queryOptions({
    queryKey: ['proposals', unit],
    queryFn: ({ signal }) => request<ProposalPage>('/v1/proposals', { query: { unit, limit: 500 }, signal }),
    refetchInterval: 60_000,
  });

/** A page of `GET /v1/overdue-causes`. */
export interface OverdueCausePage {
  readonly count: number;
  readonly byCause: Partial<Record<OverdueCauseCode, number>>;
  readonly overdueCauses: readonly OverdueCauseRecord[];
  readonly next: string | null;
}

/** Why dossiers are, or were shown, overdue. */
export const overdueCausesQuery = (unit: string, cause: OverdueCauseCode | undefined) =>
  infiniteQueryOptions({
    queryKey: ['overdue-causes', unit, cause],
    queryFn: ({ pageParam, signal }) =>
      request<OverdueCausePage>('/v1/overdue-causes', { query: { unit, cause, cursor: pageParam, limit: 100 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export interface CauseCorrection {
  readonly dossierId: string;
  readonly cause: OverdueCauseCode;
  readonly reasonCode: string;
  readonly reasonText: string | undefined;
  readonly idempotencyKey: string;
}

export const correctCause = ({ dossierId, idempotencyKey, ...body }: CauseCorrection): Promise<unknown> =>
  request(`/v1/dossiers/${dossierId}/overdue-cause`, { method: 'PUT', body, idempotencyKey });
