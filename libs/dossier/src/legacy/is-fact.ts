import type { DossierFact } from '../dossier-event.ts';
import type { Refusal } from '../refusal/refusal.ts';

export const isFact = (outcome: DossierFact | Refusal): outcome is DossierFact => 'type' in outcome;
