import { dueMoment } from '@motcua/calendar';
import type { Instant, Limit } from '../vocabulary.ts';
import type { TargetContext } from './target.ts';

/**
 * A limit of a clock within the dossier, counted from `from`; null: an open pause holds it. Pauses give their time back and never
 * start such a limit anew: what a restart does is said of the dossier's limit alone. Throws RangeError on a limit that cannot be
 * met: the rule set or the procedure is wrong, and the sentence says so.
 */
export function countDue(from: Instant, limit: Limit, { dossier, clockContext }: TargetContext): Instant | null {
  const pauses = dossier.pauses.map(({ from: begin, to }) => ({ from: begin, to }));
  const due = dueMoment(clockContext.calendar, { receivedAt: from, limit, pauses });
  if (!due.ok) throw new RangeError(due.error.message);
  return due.dueAt;
}
