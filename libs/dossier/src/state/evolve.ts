import type { DossierEvent } from '../dossier-event.ts';
import { applyFact, isKnown } from './apply-fact.ts';
import type { Dossier } from './dossier.ts';
import { settle } from './settle.ts';

/** The dossier after an event. Total: history has already happened, so nothing is refused and nothing throws. */
export function evolve(dossier: Dossier, event: DossierEvent): Dossier {
  const facts = applyFact(dossier, event, event.occurredAt);
  if (!isKnown(facts)) return facts;
  const findings = event.found.length === 0 ? facts.findings : [...facts.findings, ...event.found];
  const setting = event.adopted === undefined ? facts.setting : { ...facts.setting, ...event.adopted };
  return settle({ ...facts, findings, setting }, event.clock);
}
