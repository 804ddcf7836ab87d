import { judgedType } from '../projection/verdicts/step-sla-event.ts';

/** The event log of a service whose events are a side stream of facts, by its views (docs/adr/0018, docs/adr/0022). */
export interface SideLog {
  readonly schema: 'sla' | 'digitization';
  /** The only type that is projected; null: every one. */
  readonly type: string | null;
}

export const verdictLog: SideLog = { schema: 'sla', type: judgedType };
export const documentLog: SideLog = { schema: 'digitization', type: null };
