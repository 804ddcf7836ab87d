import { workingMinutesBetween } from '@motcua/calendar';
import { findCalendarChange } from './find-calendar-change.ts';
import { findConfiguration } from './find-configuration.ts';
import { findLateClick } from './find-late-click.ts';
import { findSyncLag } from './find-sync-lag.ts';
import { findWaitingCitizen } from './find-waiting-citizen.ts';
import {
  toReckoned,
  toText,
  type Explanation,
  type OverdueCauseCode,
  type OverdueContext,
  type OverdueCause,
} from './overdue-context.ts';

type Find = (facts: OverdueContext) => Explanation | undefined;

/** What excuses an overdue, in the order it is asked: what has nothing to do with anybody's work comes first. */
const excuses: readonly (readonly [cause: OverdueCauseCode, rule: string, find: Find])[] = [
  ['calendar', 'in-time-by-the-calendar-before', findCalendarChange],
  ['configuration', 'in-time-by-the-limit-of-the-procedure', findConfiguration],
  ['waiting-citizen', 'late-by-time-of-the-citizen-alone', findWaitingCitizen],
  ['late-click', 'late-by-no-more-than-a-late-click', findLateClick],
];

/** Why it was, or was shown, overdue; null: it is not, and was never shown so. */
export function classifyOverdue(facts: OverdueContext): OverdueCause | null {
  const lag = findSyncLag(facts);
  if (lag !== undefined) return { cause: 'sync-lag', rule: 'ended-in-time-learnt-late', explanation: lag };
  const reckoned = toReckoned(facts);
  if (reckoned < facts.lateFrom) return null;
  for (const [cause, rule, find] of excuses) {
    const explanation = find(facts);
    if (explanation !== undefined) return { cause, rule, explanation };
  }
  const lateMinutes = workingMinutesBetween(facts.calendar, facts.due, reckoned);
  return {
    cause: 'real',
    rule: 'nothing-excuses-it',
    explanation: { due: toText(facts.due), reckoned: toText(reckoned), lateMinutes },
  };
}
