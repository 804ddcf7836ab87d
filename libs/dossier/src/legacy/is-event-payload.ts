import type { EventPayload } from '../state/dossier-event.ts';
import type { Refusal } from '../refusal/refusal.ts';

export const isEventPayload = (outcome: EventPayload | Refusal): outcome is EventPayload => 'type' in outcome;
