import type { Config } from './config.ts';

export type Upstream = 'catalogue' | 'dossier-intake' | 'kpi-aggregator';

export interface Route {
  /** This path and everything below it. */
  readonly prefix: string;
  readonly upstream: Upstream;
  /** The variable that bounds its bodies. */
  readonly bodyLimit: 'BODY_LIMIT_BYTES' | 'REFERENCE_BODY_LIMIT_BYTES' | 'EVENTS_BODY_LIMIT_BYTES';
}

/** What the public API is made of, and who answers it. */
export const routes: readonly Route[] = [
  { prefix: '/v1/units', upstream: 'catalogue', bodyLimit: 'REFERENCE_BODY_LIMIT_BYTES' },
  { prefix: '/v1/procedures', upstream: 'catalogue', bodyLimit: 'REFERENCE_BODY_LIMIT_BYTES' },
  { prefix: '/v1/calendars', upstream: 'catalogue', bodyLimit: 'REFERENCE_BODY_LIMIT_BYTES' },
  { prefix: '/v1/rule-sets', upstream: 'catalogue', bodyLimit: 'REFERENCE_BODY_LIMIT_BYTES' },
  { prefix: '/v1/dossiers', upstream: 'dossier-intake', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/events', upstream: 'dossier-intake', bodyLimit: 'EVENTS_BODY_LIMIT_BYTES' },
  { prefix: '/v1/reference', upstream: 'dossier-intake', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/indicators', upstream: 'kpi-aggregator', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/board', upstream: 'kpi-aggregator', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/live', upstream: 'kpi-aggregator', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/dlq', upstream: 'kpi-aggregator', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/verify', upstream: 'kpi-aggregator', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/rebuild', upstream: 'kpi-aggregator', bodyLimit: 'BODY_LIMIT_BYTES' },
];

export const upstreams = (config: Config): Readonly<Record<Upstream, string>> => ({
  catalogue: config.CATALOGUE_URL,
  'dossier-intake': config.INTAKE_URL,
  'kpi-aggregator': config.KPI_URL,
});
