/** Every service that answers the API behind the gateway; each keeps an audit log and describes itself. The last is not in every installation. */
export const apiServices = [
  'catalogue',
  'dossier-intake',
  'sla-timer',
  'kpi-aggregator',
  'notification',
  'digitization-tracker',
  'identity',
] as const;
export type ApiService = (typeof apiServices)[number];
