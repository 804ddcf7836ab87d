import type { ClockTarget } from '../scheduled-clock.ts';
import type { ProcedureStep } from '../clock-context.ts';
import type { Instant } from '../vocabulary.ts';
import { countDue } from './count-due.ts';
import { findHandOver } from './hand-over.ts';
import { toTarget, type TargetContext } from './target.ts';

const RECEIVED = 2;

interface StepInHand {
  readonly step: ProcedureStep;
  readonly startedAt: Instant;
}

/**
 * The step in hand: the first starts at receipt, each hand-over starts the next, the last runs to the end. A dossier that is learnt of in
 * the middle has none: which step it is in cannot be known.
 */
export function toStep(context: TargetContext): ClockTarget | undefined {
  const inHand = findStepInHand(context);
  if (inHand === undefined) return undefined;
  const { step, startedAt } = inHand;
  const due = countDue(startedAt, step.limit, context);
  return toTarget({ clock: 'step', startedAt, due, closedAt: context.dossier.endedAt, step: step.code }, context);
}

function findStepInHand(context: TargetContext): StepInHand | undefined {
  const { dossier, previous, event, clockContext } = context;
  const steps = clockContext.steps ?? [];
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
  const handedOverAt = known.state === 'closed' ? null : findHandOver(context);
  return handedOverAt === null || next === undefined ? { step: current, startedAt } : { step: next, startedAt: handedOverAt };
}
