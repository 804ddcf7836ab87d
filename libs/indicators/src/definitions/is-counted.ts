import { isMember, toWindowBefore, type Window } from '../measures/membership.ts';
import type { ResponsibilityInterval } from '../intervals/responsibility-interval.ts';
import type { Part, Term } from './indicator.ts';

/** Whether a part counts this responsibility interval: what the list behind a figure must hold. */
export const isCounted = (part: Part, interval: ResponsibilityInterval, window: Window): boolean =>
  part.some((term) => isInTerm(term, interval, window));

function isInTerm({ of, except, at }: Term, interval: ResponsibilityInterval, window: Window): boolean {
  const seen = at === 'start' ? toWindowBefore(window) : window;
  return isMember(of, interval, seen) && (except === undefined || !isMember(except, interval, seen));
}
