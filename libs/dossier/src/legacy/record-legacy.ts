import { record, type Decision } from '../recording/record.ts';
import type { DecisionContext } from '../decision-context.ts';
import { isEventPayload } from './is-event-payload.ts';
import { refuse } from '../refusal/refusal.ts';
import type { Dossier } from '../state/dossier.ts';
import type { LegacyEvent } from './legacy-event.ts';
import { toPayload } from './to-payload.ts';

/**
 * Takes what a legacy system reports, in the order it comes. History is not argued with: a second supplement, an event after an end,
 * an end before the receipt are recorded and flagged. Refused is only what cannot be recorded: an event about a dossier nobody
 * opened, an unknown unit or procedure, a needed field that is missing, a limit that cannot be counted.
 */
export function recordLegacy(dossier: Dossier, event: LegacyEvent, context: DecisionContext): Decision {
  if (dossier.status === 'none' && event.type !== 'submitted' && event.type !== 'received') return refuse('dossier.unknown');
  if (event.namesUnit && context.unit === undefined) return refuse('unit.unknown');
  if (event.namesProcedure && context.procedure === undefined) return refuse('procedure.unknown');
  const payload = toPayload(dossier, event, context);
  return isEventPayload(payload) ? record(dossier, payload, event.occurredAt, context) : payload;
}
