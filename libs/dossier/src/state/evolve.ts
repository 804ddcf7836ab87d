import type { DossierEvent } from '../dossier-event.ts';
import { applyFact, isKnown } from './apply-fact.ts';
import type { Dossier } from './dossier.ts';
import { isPaperwork, noteProposals } from './note-proposals.ts';
import { settle } from './settle.ts';

/** The dossier after an event. Total: history has already happened, so nothing is refused and nothing throws. */
export function evolve(dossier: Dossier, event: DossierEvent): Dossier {
  const facts = applyFact(dossier, event, event.occurredAt);
  if (!isKnown(facts)) return facts;
  const findings = event.found.length === 0 ? facts.findings : [...facts.findings, ...event.found];
  const setting = event.adopted === undefined ? facts.setting : { ...facts.setting, ...event.adopted };
  const lastOccurredAt = isPaperwork(event) && isKnown(dossier) ? dossier.lastOccurredAt : facts.lastOccurredAt;
  return settle(noteProposals({ ...facts, findings, setting, lastOccurredAt }, event), event.clock);
}
