import type { DossierEvent } from './dossier-event.ts';
import { applyPayload, isKnown } from './apply-payload.ts';
import type { Dossier } from './dossier.ts';
import { isPaperwork, noteProposals } from './note-proposals.ts';
import { settle } from './settle.ts';

/** The dossier after an event. Total: history has already happened, so nothing is refused and nothing throws. */
export function evolve(dossier: Dossier, event: DossierEvent): Dossier {
  const recorded = applyPayload(dossier, event, event.occurredAt);
  if (!isKnown(recorded)) return recorded;
  const findings = event.found.length === 0 ? recorded.findings : [...recorded.findings, ...event.found];
  const setting = event.adopted === undefined ? recorded.setting : { ...recorded.setting, ...event.adopted };
  const lastOccurredAt = isPaperwork(event) && isKnown(dossier) ? dossier.lastOccurredAt : recorded.lastOccurredAt;
  return settle(noteProposals({ ...recorded, findings, setting, lastOccurredAt }, event), event.clock);
}
