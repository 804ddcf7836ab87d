import { judgedType } from '../../events/overdue-cause-event.ts';

/** The event log of a service whose events are an enrichment stream of facts, by its views (docs/adr/0018, docs/adr/0022). */
export interface EnrichmentLog {
  readonly schema: 'sla' | 'digitization';
  /** The only type that is projected; null: every one. */
  readonly type: string | null;
}

export const causeLog: EnrichmentLog = { schema: 'sla', type: judgedType };
export const documentLog: EnrichmentLog = { schema: 'digitization', type: null };
