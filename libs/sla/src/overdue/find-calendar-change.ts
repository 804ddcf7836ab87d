import { lateFromMinute } from '../targets/late-from.ts';
import { toReckoned, toText, type Explanation, type OverdueContext } from './overdue-context.ts';

/** In time by the due moment that a change of the calendar took away. */
export function findCalendarChange(facts: OverdueContext): Explanation | undefined {
  const { dueBeforeCalendarChange: before, due } = facts;
  const reckoned = toReckoned(facts);
  if (before === null || reckoned >= lateFromMinute(before)) return undefined;
  return { dueBefore: toText(before), due: toText(due), reckoned: toText(reckoned) };
}
