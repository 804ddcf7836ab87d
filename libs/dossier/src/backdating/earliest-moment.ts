import { lastDayOpening } from '@motcua/calendar';
import type { DecisionContext } from '../decision-context.ts';
import type { Instant } from '../vocabulary.ts';

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;

/**
 * How far back a live command may lie: to the opening of this working day of the dossier's calendar, on a day off or before the opening
 * to that of the last one. For `backdateToleranceMinutes` after an opening what was left lying the evening before may still be
 * recorded: then it is the opening of the working day before.
 */
export function earliestMoment({ now, calendar, ruleSet }: DecisionContext): Instant {
  const opening = lastDayOpening(calendar, now);
  const toleranceMinutes = ruleSet.backdateToleranceMinutes ?? HOUR_MINUTES;
  return now < opening + toleranceMinutes * MINUTE_MS ? lastDayOpening(calendar, opening - MINUTE_MS) : opening;
}
