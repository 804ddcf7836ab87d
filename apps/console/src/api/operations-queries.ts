import type { DeadDeliveryPage, RebuildStatus, RetriedDeliveries, ServiceHealth, VerifyReport } from '@motcua/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

export const services = [
  'catalogue',
  'dossier-intake',
  'sla-timer',
  'kpi-aggregator',
  'notification',
  'digitization-tracker',
] as const;
export type ServiceName = (typeof services)[number];

const EVERY_MS = 5_000;

/** How a service is, asked again and again while somebody looks. */
export const healthQuery = (service: ServiceName) =>
  queryOptions({
    queryKey: ['health', service],
    queryFn: ({ signal }) => request<ServiceHealth>(`/v1/operations/${service}`, { signal }),
    refetchInterval: EVERY_MS,
    retry: false,
  });

/** Where the parked events of each service that has some are. */
export const deadLetterPaths = {
  'kpi-aggregator': '/v1/dlq',
  'sla-timer': '/v1/sla/dlq',
  notification: '/v1/notification/dlq',
  'digitization-tracker': '/v1/digitization/dlq',
} as const satisfies Partial<Record<ServiceName, string>>;
export type DeadLetterHolder = keyof typeof deadLetterPaths;
export const deadLetterHolders = Object.keys(deadLetterPaths) as DeadLetterHolder[];

/** An event that a service could not take, without its payload. */
export interface DeadLetter {
  readonly id: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly reason: string;
  readonly step: string;
  readonly status: 'parked' | 'replayed' | 'dropped' | 'superseded';
  readonly parkedAt: string;
  readonly attempts: number;
  readonly lastError: string | null;
}

interface DeadLetterPage {
  readonly deadLetters: readonly DeadLetter[];
  readonly next: string | null;
}

/** What is parked in a service now, the newest first. */
export const deadLettersQuery = (holder: DeadLetterHolder) =>
  infiniteQueryOptions({
    queryKey: ['dead-letters', holder],
    queryFn: ({ pageParam, signal }) =>
      request<DeadLetterPage>(deadLetterPaths[holder], { query: { status: 'parked', limit: 50, before: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export interface DeadLetterCommand {
  readonly holder: DeadLetterHolder;
  readonly id: string;
  readonly action: 'replay' | 'drop';
}

/** Tries it once more, or gives it up for good. */
export const handleDeadLetter = ({ holder, id, action }: DeadLetterCommand) =>
  request<DeadLetter>(`${deadLetterPaths[holder]}/${encodeURIComponent(id)}/${action}`, { method: 'POST' });

/** Deliveries that failed or expired, the newest first. */
export const deadDeliveriesQuery = infiniteQueryOptions({
  queryKey: ['dead-deliveries'],
  queryFn: ({ pageParam, signal }) =>
    request<DeadDeliveryPage>('/v1/deliveries/dead', { query: { cursor: pageParam, limit: 50 }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

export const retryDelivery = (id: string) =>
  request<RetriedDeliveries>(`/v1/deliveries/${encodeURIComponent(id)}/retry`, { method: 'POST' });

export const retryDeliveries = (reason: string) =>
  request<RetriedDeliveries>('/v1/deliveries/retry', { method: 'POST', body: { reason } });

/** How far the last rebuild is; while one runs it is asked every second. */
export const rebuildQuery = queryOptions({
  queryKey: ['rebuild'],
  queryFn: ({ signal }) => request<RebuildStatus>('/v1/rebuild', { signal }),
  refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1_000 : false),
});

export const startRebuild = () => request<RebuildStatus>('/v1/rebuild', { method: 'POST' });

export const verify = () => request<VerifyReport>('/v1/verify', { method: 'POST' });
