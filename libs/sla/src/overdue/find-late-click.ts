import { workingMinutesBetween } from '@motcua/calendar';
import { toReckoned, toText, type Explanation, type OverdueContext, type Touch } from './overdue-context.ts';

const MINUTE_MS = 60_000;

/**
 * Something was done in time and recorded later than the unit tolerates, and the lateness is not longer than that delay: those who
 * waited for the click lost no more than it cost them.
 */
export function findLateClick(facts: OverdueContext): Explanation | undefined {
  const { calendar, due, lateFrom, touches, toleranceMinutes } = facts;
  const lateMinutes = workingMinutesBetween(calendar, due, toReckoned(facts));
  const cost = ({ occurredAt, recordedAt }: Touch): number => workingMinutesBetween(calendar, occurredAt, recordedAt);
  const late = touches
    .filter(({ occurredAt, recordedAt }) => occurredAt < lateFrom && recordedAt - occurredAt > toleranceMinutes * MINUTE_MS)
    .toSorted((left, right) => cost(right) - cost(left))[0];
  if (late === undefined || lateMinutes > cost(late)) return undefined;
  return {
    due: toText(due),
    occurredAt: toText(late.occurredAt),
    recordedAt: toText(late.recordedAt),
    delayMinutes: cost(late),
    toleranceMinutes,
    lateMinutes,
  };
}
