import type { ScheduledRung } from '../armed-clock.ts';
import type { Instant } from '../vocabulary.ts';

/** The rungs a generation tells: those after the event that made it, and a breach that nobody was told of, whenever it was. */
export function toSchedule(ladder: readonly ScheduledRung[], armedAt: Instant, isBreachTold: boolean): readonly ScheduledRung[] {
  return ladder.filter(({ kind, at }) => (kind === 'breach' ? !isBreachTold : at > armedAt));
}
