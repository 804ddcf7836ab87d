import { isMember, toWindowBefore, type Window } from '../measures/membership.ts';
import type { Span } from '../spans/span.ts';
import type { Part, Term } from './indicator.ts';

/** Whether a part counts this span: what the list behind a figure must hold. */
export const isCounted = (part: Part, span: Span, window: Window): boolean => part.some((term) => isInTerm(term, span, window));

function isInTerm({ of, except, at }: Term, span: Span, window: Window): boolean {
  const seen = at === 'start' ? toWindowBefore(window) : window;
  return isMember(of, span, seen) && (except === undefined || !isMember(except, span, seen));
}
