import { reaches } from '@motcua/calendar';
import { findRule } from '../clock-rules.ts';
import type { ScheduledClock, ClockTarget } from '../scheduled-clock.ts';
import type { ClockContext } from '../clock-context.ts';
import type { Cause, SlaClock, SlaDossier } from '../vocabulary.ts';
import { toAcceptance } from './acceptance.ts';
import { toApology } from './apology.ts';
import { toPromise } from './promise.ts';
import { retire } from './retire.ts';
import { toStep } from './step.ts';
import type { TargetContext } from './target.ts';
import { toTransfer } from './transfer.ts';
import { toWholeDossier } from './whole-dossier.ts';

const targets: Record<SlaClock, (context: TargetContext) => ClockTarget | undefined> = {
  acceptance: toAcceptance,
  transfer: toTransfer,
  step: toStep,
  dossier: toWholeDossier,
  apology: toApology,
  promise: toPromise,
};
const clocks = Object.keys(targets) as SlaClock[];

/**
 * What each clock should run to after an event, by the state of the dossier and the clocks as they were before it. Only the clocks that
 * the rule set lists run; one that ran before and has no place any more is closed.
 */
export function toTargets(
  dossier: SlaDossier,
  previous: ReadonlyMap<SlaClock, ScheduledClock>,
  event: Cause,
  clockContext: ClockContext,
): ClockTarget[] {
  const context = { dossier, previous, event, clockContext };
  const isInReach = isCountable(dossier, clockContext);
  return clocks.flatMap((clock) => {
    const runs = isInReach && findRule(clockContext, clock) !== undefined;
    const target = runs ? targets[clock](context) : undefined;
    const known = previous.get(clock);
    return target ?? (known === undefined ? [] : retire(known, event));
  });
}

/** Other systems write 31/12/9999 for "none": where no working time can be counted there is no clock. */
function isCountable(dossier: SlaDossier, { calendar }: ClockContext): boolean {
  const { submittedAt, receivedAt, currentDue, endedAt, pauses, submissionPauses } = dossier;
  const edges = [...pauses, ...submissionPauses].flatMap(({ from, to }) => [from, to]);
  const promised = [dossier.apology?.at ?? null, dossier.apology?.promised ?? null];
  const moments = [submittedAt, receivedAt, currentDue, endedAt, ...promised, ...edges];
  return moments.every((moment) => moment === null || reaches(calendar, moment));
}
