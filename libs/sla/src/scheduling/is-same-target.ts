import type { ScheduledClock, ClockTarget } from '../scheduled-clock.ts';
import type { Cause } from '../vocabulary.ts';

const fields = [
  'state',
  'startedAt',
  'due',
  'originalDue',
  'lateFrom',
  'limitMinutes',
  'closedAt',
  'step',
] as const satisfies readonly (keyof ClockTarget)[];

/**
 * Whether a clock runs to this target already. A re-dating makes a new generation of every clock that runs, also where its due moment
 * stays: another calendar moves the escalation steps. What was fired does not count, so that a replay comes to the same generations.
 */
export function isSameTarget(known: ScheduledClock, target: ClockTarget, event: Cause): boolean {
  return fields.every((field) => known[field] === target[field]) && !isNewlyRedated(known, target, event);
}

function isNewlyRedated({ because, scheduledAt }: ScheduledClock, { state }: ClockTarget, { name, occurredAt }: Cause): boolean {
  return name === 'redated' && state === 'running' && !(because === 'redated' && scheduledAt >= occurredAt);
}
