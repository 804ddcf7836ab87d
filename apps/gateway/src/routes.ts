import { apiServices, type ApiService } from '@motcua/contracts/api-services';
import type { Config } from './config.ts';

export const upstreamNames = apiServices;
export type Upstream = ApiService;

export interface Route {
  /** This path and everything below it; `:id` stands for one part of it. The more exact of two wins, wherever it stands. */
  readonly prefix: string;
  readonly upstream: Upstream;
  /** The variable that bounds its bodies. */
  readonly bodyLimit:
    | 'BODY_LIMIT_BYTES'
    | 'REFERENCE_BODY_LIMIT_BYTES'
    | 'EVENTS_BODY_LIMIT_BYTES'
    | 'IMPORT_BODY_LIMIT_BYTES'
    | 'UPLOAD_BODY_LIMIT_BYTES';
  /** Its answer may take an hour to begin, not a minute. */
  readonly isLong?: boolean;
}

/** Comparisons of everything: their answers take as long as there is to compare. */
const isLong = true;

/** What the public API is made of, and who answers it. */
export const routes: readonly Route[] = [
  { prefix: '/v1/units', upstream: 'catalogue', bodyLimit: 'REFERENCE_BODY_LIMIT_BYTES' },
  { prefix: '/v1/procedures', upstream: 'catalogue', bodyLimit: 'REFERENCE_BODY_LIMIT_BYTES' },
  { prefix: '/v1/calendars', upstream: 'catalogue', bodyLimit: 'REFERENCE_BODY_LIMIT_BYTES' },
  { prefix: '/v1/rule-sets', upstream: 'catalogue', bodyLimit: 'REFERENCE_BODY_LIMIT_BYTES' },
  { prefix: '/v1/staff', upstream: 'catalogue', bodyLimit: 'REFERENCE_BODY_LIMIT_BYTES' },
  { prefix: '/v1/reasons', upstream: 'catalogue', bodyLimit: 'REFERENCE_BODY_LIMIT_BYTES' },
  { prefix: '/v1/figure-reports', upstream: 'catalogue', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/recommendations', upstream: 'catalogue', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/institutional-figures', upstream: 'catalogue', bodyLimit: 'REFERENCE_BODY_LIMIT_BYTES' },
  { prefix: '/v1/dossiers', upstream: 'dossier-intake', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/due', upstream: 'dossier-intake', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/applicant-erasures', upstream: 'dossier-intake', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/fees', upstream: 'dossier-intake', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/absences', upstream: 'dossier-intake', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/proposals', upstream: 'dossier-intake', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/events', upstream: 'dossier-intake', bodyLimit: 'EVENTS_BODY_LIMIT_BYTES' },
  { prefix: '/v1/import-sessions', upstream: 'dossier-intake', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/reference', upstream: 'dossier-intake', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/ratings/verification', upstream: 'dossier-intake', bodyLimit: 'BODY_LIMIT_BYTES', isLong },
  { prefix: '/v1/applicant-keys', upstream: 'dossier-intake', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/rating-imports', upstream: 'dossier-intake', bodyLimit: 'IMPORT_BODY_LIMIT_BYTES' },
  { prefix: '/v1/calendar-changes', upstream: 'dossier-intake', bodyLimit: 'REFERENCE_BODY_LIMIT_BYTES' },
  { prefix: '/v1/reforms', upstream: 'dossier-intake', bodyLimit: 'REFERENCE_BODY_LIMIT_BYTES' },
  { prefix: '/v1/dossiers/:id/clocks', upstream: 'sla-timer', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/dossiers/:id/overdue-cause', upstream: 'sla-timer', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/import-sessions/:id/clocks', upstream: 'sla-timer', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/clocks', upstream: 'sla-timer', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/clocks/verification', upstream: 'sla-timer', bodyLimit: 'BODY_LIMIT_BYTES', isLong },
  { prefix: '/v1/overdue-causes', upstream: 'sla-timer', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/likely-completed-offline', upstream: 'sla-timer', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/reason-keys', upstream: 'sla-timer', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/sla/dlq', upstream: 'sla-timer', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/sla/rebuild', upstream: 'sla-timer', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/indicators', upstream: 'kpi-aggregator', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/board', upstream: 'kpi-aggregator', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/live', upstream: 'kpi-aggregator', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/dlq', upstream: 'kpi-aggregator', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/verify', upstream: 'kpi-aggregator', bodyLimit: 'BODY_LIMIT_BYTES', isLong },
  { prefix: '/v1/reports', upstream: 'kpi-aggregator', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/period-closes', upstream: 'kpi-aggregator', bodyLimit: 'BODY_LIMIT_BYTES', isLong },
  { prefix: '/v1/rebuild', upstream: 'kpi-aggregator', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/notices', upstream: 'notification', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/inbox', upstream: 'notification', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/staff/:id/contact', upstream: 'notification', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/staff/:id/preferences', upstream: 'notification', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/staff-contacts', upstream: 'notification', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/notification-rules', upstream: 'notification', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/notification-templates', upstream: 'notification', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/deliveries', upstream: 'notification', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/webhooks', upstream: 'notification', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/targets', upstream: 'notification', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/notification/dlq', upstream: 'notification', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/notification/rebuild', upstream: 'notification', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/dossiers/:id/components', upstream: 'digitization-tracker', bodyLimit: 'BODY_LIMIT_BYTES' },
  {
    prefix: '/v1/dossiers/:id/components/:component/files',
    upstream: 'digitization-tracker',
    bodyLimit: 'UPLOAD_BODY_LIMIT_BYTES',
  },
  { prefix: '/v1/dossiers/:id/result', upstream: 'digitization-tracker', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/dossiers/:id/result/files', upstream: 'digitization-tracker', bodyLimit: 'UPLOAD_BODY_LIMIT_BYTES' },
  { prefix: '/v1/dossiers/:id/files', upstream: 'digitization-tracker', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/backlog', upstream: 'digitization-tracker', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/retention', upstream: 'digitization-tracker', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/file-keys', upstream: 'digitization-tracker', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/stored-files', upstream: 'digitization-tracker', bodyLimit: 'BODY_LIMIT_BYTES', isLong },
  { prefix: '/v1/digitization-imports', upstream: 'digitization-tracker', bodyLimit: 'IMPORT_BODY_LIMIT_BYTES' },
  { prefix: '/v1/audit/catalogue', upstream: 'catalogue', bodyLimit: 'BODY_LIMIT_BYTES', isLong },
  { prefix: '/v1/audit/dossier-intake', upstream: 'dossier-intake', bodyLimit: 'BODY_LIMIT_BYTES', isLong },
  { prefix: '/v1/audit/sla-timer', upstream: 'sla-timer', bodyLimit: 'BODY_LIMIT_BYTES', isLong },
  { prefix: '/v1/audit/kpi-aggregator', upstream: 'kpi-aggregator', bodyLimit: 'BODY_LIMIT_BYTES', isLong },
  { prefix: '/v1/audit/notification', upstream: 'notification', bodyLimit: 'BODY_LIMIT_BYTES', isLong },
  { prefix: '/v1/audit/digitization-tracker', upstream: 'digitization-tracker', bodyLimit: 'BODY_LIMIT_BYTES', isLong },
  { prefix: '/v1/digitization/dlq', upstream: 'digitization-tracker', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/digitization/rebuild', upstream: 'digitization-tracker', bodyLimit: 'BODY_LIMIT_BYTES' },
  ...upstreamNames.map(
    (upstream) => ({ prefix: `/v1/operations/${upstream}`, upstream, bodyLimit: 'BODY_LIMIT_BYTES' }) as const,
  ),
  { prefix: '/v1/audit/identity', upstream: 'identity', bodyLimit: 'BODY_LIMIT_BYTES', isLong },
  { prefix: '/v1/accounts', upstream: 'identity', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/identity-keys', upstream: 'identity', bodyLimit: 'BODY_LIMIT_BYTES' },
];

/**
 * For whom holds no token of ours, and so many requests a minute: providers report what became of a message (the service checks their
 * signature), citizens rate a dossier (by a one-time token of its own). Whatever else lies below is guarded by the service itself.
 */
export const openRoutes: readonly Route[] = [
  { prefix: '/v1/callbacks', upstream: 'notification', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/ratings', upstream: 'dossier-intake', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/v1/rating-questions', upstream: 'dossier-intake', bodyLimit: 'BODY_LIMIT_BYTES' },
  { prefix: '/rate', upstream: 'dossier-intake', bodyLimit: 'BODY_LIMIT_BYTES' },
];

/** Pages for whoever has a slip, or a code that was sent to the applicant: guarded by dossier-intake, and by a limit of their own. */
export const lookUpRoutes: readonly Route[] = [{ prefix: '/tra-cuu', upstream: 'dossier-intake', bodyLimit: 'BODY_LIMIT_BYTES' }];

/** What services ask each other and nobody outside may: to the outside these do not exist, whoever asks. */
export const internalPaths: readonly string[] = [
  '/v1/dossiers/:id/contact',
  '/v1/dossiers/:id/applicant-ref',
  '/v1/one-time-codes',
];

/** Where each of them is. An installation whose people sign in elsewhere has no identity, and its paths are not found. */
export const upstreams = (config: Config): Readonly<Partial<Record<Upstream, string>>> => ({
  catalogue: config.CATALOGUE_URL,
  'dossier-intake': config.INTAKE_URL,
  'sla-timer': config.SLA_URL,
  'kpi-aggregator': config.KPI_URL,
  notification: config.NOTIFICATION_URL,
  'digitization-tracker': config.DIGITIZATION_URL,
  ...(config.IDENTITY_URL === undefined ? {} : { identity: config.IDENTITY_URL }),
});
