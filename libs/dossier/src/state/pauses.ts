import type { DossierFacts } from './dossier.ts';
import type { Instant, PauseReason, PauseRule } from '../vocabulary.ts';

/** Opens a pause, unless one of the same reason is open: the clock cannot stand twice for one reason. */
export function openPause(facts: DossierFacts, reason: PauseReason, rule: PauseRule, from: Instant): DossierFacts {
  if (facts.toldPauses.some((pause) => pause.reason === reason && pause.to === null)) return facts;
  return { ...facts, toldPauses: [...facts.toldPauses, { reason, rule, from, to: null }] };
}

/** Closes the open pause of a reason and puts the dossier back to work; a close that lies before the opening leaves it empty. */
export function closePause(facts: DossierFacts, reason: PauseReason, at: Instant): DossierFacts {
  const index = facts.toldPauses.findLastIndex((pause) => pause.reason === reason && pause.to === null);
  const open = facts.toldPauses[index];
  if (open === undefined) return facts;
  const closed = { ...open, to: Math.max(open.from, at) };
  return { ...facts, toldPauses: facts.toldPauses.with(index, closed), underWay: true };
}
