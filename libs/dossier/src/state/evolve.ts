import type { DossierEvent } from '../dossier-event.ts';
import { applyPayload, isKnown } from './apply-payload.ts';
import type { Dossier } from './dossier.ts';
import { isPaperwork, noteProposals } from './note-proposals.ts';
import { settle } from './settle.ts';

/** The dossier after an event. Total: history has already happened, so nothing is refused and nothing throws. */
export function evolve(dossier: Dossier, event: DossierEvent): Dossier {
  const payloads = applyPayload(dossier, event, event.occurredAt);
  if (!isKnown(payloads)) return payloads;
  const findings = event.found.length === 0 ? payloads.findings : [...payloads.findings, ...event.found];
  const setting = event.adopted === undefined ? payloads.setting : { ...payloads.setting, ...event.adopted };
  const lastOccurredAt = isPaperwork(event) && isKnown(dossier) ? dossier.lastOccurredAt : payloads.lastOccurredAt;
  return settle(noteProposals({ ...payloads, findings, setting, lastOccurredAt }, event), event.clock);
}
