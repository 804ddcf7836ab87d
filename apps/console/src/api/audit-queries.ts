import type { ApiService, AuditPage, AuditVerification } from '@motcua/contracts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { request } from './request.ts';
import { toQuery } from './to-query.ts';

/** What is looked for in a log; a term goes to the service and comes back in no address. */
export interface AuditFilter {
  readonly sub?: string | undefined;
  readonly action?: string | undefined;
  readonly about?: string | undefined;
  readonly term?: string | undefined;
  /** Instants. */
  readonly from: string;
  readonly to: string;
}

/** Entries of one service, the newest first. */
export const auditEntriesQuery = (service: ApiService, filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', service, filter],
    queryFn: ({ pageParam, signal }) =>
      request<AuditPage>(`/v1/audit/${service}`, { query: { ...filter, cursor: pageParam, limit: 100 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Where all of it is fetched as NDJSON. */
export const toAuditExport = (service: ApiService, filter: AuditFilter): string =>
  `/v1/audit/${service}/export${toQuery({ ...filter })}`;

/** Has a service recompute the chain over its log. */
export const verifyAudit = (service: ApiService) =>
  request<AuditVerification>(`/v1/audit/${service}/verification`, { method: 'POST', body: {} });
