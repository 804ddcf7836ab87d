import { dueMoment, workingMinutesBetween } from '@motcua/calendar';
import { officeMinutes, pausedMinutes } from '../targets/office-minutes.ts';
import type { SlaPause } from '../vocabulary.ts';
import { toReckoned, toText, type Explanation, type OverdueContext } from './overdue-context.ts';

/**
 * The office used no more working time than was promised; what makes it late is the citizen's turn that the rules do not give back,
 * such as a request that came when the time was just up, or hours of a limit in calendar days.
 */
export function findWaitingCitizen(facts: OverdueContext): Explanation | undefined {
  const { calendar, receivedAt, due, pauses } = facts;
  const turns = pauses.filter(isCitizensTurn);
  const reckoned = toReckoned(facts);
  const waited = pausedMinutes(calendar, receivedAt, reckoned, turns);
  const givenBack = countGivenBack(facts, turns);
  const used = officeMinutes(calendar, receivedAt, reckoned, turns);
  const promised = workingMinutesBetween(calendar, receivedAt, due) - givenBack;
  if (waited <= givenBack || used > promised) return undefined;
  return {
    due: toText(due),
    reckoned: toText(reckoned),
    waitedMinutes: waited,
    givenBackMinutes: givenBack,
    usedMinutes: used,
    promisedMinutes: promised,
  };
}

/** A wish to withdraw waits for the office to decide. */
const isCitizensTurn = ({ reason }: SlaPause): boolean => reason !== 'withdrawal';

/** By how much working time due lies after what the limit alone gives; where that is not known, what of the turns lies before due. */
function countGivenBack({ calendar, receivedAt, due, limit }: OverdueContext, turns: readonly SlaPause[]): number {
  const plain = limit === null ? undefined : dueMoment(calendar, { receivedAt, limit });
  if (plain?.ok !== true || plain.dueAt === null) return pausedMinutes(calendar, receivedAt, due, turns);
  return workingMinutesBetween(calendar, plain.dueAt, due);
}
