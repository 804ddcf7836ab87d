import { judgedType } from '../../events/overdue-cause-event.ts';

/** The event log of a service whose events stand beside those of dossiers, by its views (docs/adr/0018, docs/adr/0022, docs/adr/0063). */
export interface EnrichmentLog {
  readonly schema: 'sla' | 'digitization' | 'intake' | 'catalogue';
  readonly relation: 'event_log' | 'rating_log' | 'institutional_log';
  /** The relay that publishes it. */
  readonly relay: string;
  /** What its events are of, and the key of their records. */
  readonly key: 'dossier_id' | 'code';
  /** The only type that is projected; null: every one. */
  readonly type: string | null;
}

export const causeLog: EnrichmentLog = {
  schema: 'sla',
  relation: 'event_log',
  relay: 'events',
  key: 'dossier_id',
  type: judgedType,
};
export const documentLog: EnrichmentLog = {
  schema: 'digitization',
  relation: 'event_log',
  relay: 'events',
  key: 'dossier_id',
  type: null,
};
export const ratingLog: EnrichmentLog = {
  schema: 'intake',
  relation: 'rating_log',
  relay: 'ratings',
  key: 'dossier_id',
  type: null,
};
/** Each event says every version of its code: of a code the newest holds. */
export const institutionalLog: EnrichmentLog = {
  schema: 'catalogue',
  relation: 'institutional_log',
  relay: 'reference',
  key: 'code',
  type: null,
};
