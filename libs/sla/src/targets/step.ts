import type { ClockTarget } from '../armed-clock.ts';
import type { ProcedureStep } from '../surroundings.ts';
import type { Instant } from '../vocabulary.ts';
import { countDue } from './count-due.ts';
import { findHandOver } from './hand-over.ts';
import { toTarget, type Situation } from './target.ts';

const RECEIVED = 2;

interface StepInHand {
  readonly step: ProcedureStep;
  readonly startedAt: Instant;
}

/**
 * The step in hand: the first starts at receipt, each hand-over starts the next, the last runs to the end. A dossier that is learnt of in
 * the middle has none: which step it is in cannot be known.
 */
export function toStep(situation: Situation): ClockTarget | undefined {
  const inHand = findStepInHand(situation);
  if (inHand === undefined) return undefined;
  const { step, startedAt } = inHand;
  const due = countDue(startedAt, step.limit, situation);
  return toTarget({ clock: 'step', startedAt, due, closedAt: situation.dossier.endedAt, step: step.code }, situation);
}

function findStepInHand(situation: Situation): StepInHand | undefined {
  const { dossier, previous, event, surroundings } = situation;
  const steps = surroundings.steps ?? [];
  const first = steps[0];
  if (first === undefined || dossier.receivedAt === null) return undefined;
  const known = previous.get('step');
  const index = steps.findIndex(({ code }) => code === known?.step);
  const current = steps[index];
  if (known === undefined || current === undefined) {
    return dossier.status === RECEIVED || event.name === 'received' ? { step: first, startedAt: dossier.receivedAt } : undefined;
  }
  const startedAt = index === 0 ? dossier.receivedAt : known.startedAt;
  const next = steps[index + 1];
  const handedOverAt = known.state === 'closed' ? null : findHandOver(situation);
  return handedOverAt === null || next === undefined ? { step: current, startedAt } : { step: next, startedAt: handedOverAt };
}
