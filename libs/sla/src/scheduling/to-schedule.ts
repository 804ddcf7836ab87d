import type { ScheduledEscalation } from '../scheduled-clock.ts';
import type { Instant } from '../vocabulary.ts';

/** The escalation steps a generation fires: those after the event that made it, and a breach that nobody was alerted of, whenever it was. */
export function toSchedule(
  policy: readonly ScheduledEscalation[],
  scheduledAt: Instant,
  isBreachAlerted: boolean,
): readonly ScheduledEscalation[] {
  return policy.filter(({ kind, at }) => (kind === 'breach' ? !isBreachAlerted : at > scheduledAt));
}
