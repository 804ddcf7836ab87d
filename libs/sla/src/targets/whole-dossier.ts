import type { ClockTarget } from '../scheduled-clock.ts';
import type { Instant, SlaDossier } from '../vocabulary.ts';
import { toTarget, type TargetContext } from './target.ts';

/** The whole dossier: from its receipt to `currentDue`, as the dossier carries it. None where nothing was promised. */
export function toWholeDossier(context: TargetContext): ClockTarget | undefined {
  const { dossier } = context;
  const { receivedAt: startedAt, currentDue: due, originalDue, endedAt: closedAt, lateFrom } = dossier;
  if (startedAt === null || !hasPromise(dossier)) return undefined;
  const countedFrom = findCountedFrom(dossier, startedAt);
  return toTarget({ clock: 'dossier', startedAt, due, lateFrom, originalDue, closedAt, countedFrom }, context);
}

/** Whether there is a due moment, or would be were it not held by an open pause. */
export function hasPromise({ currentDue, limit, dueSupplied, extensionCount }: SlaDossier): boolean {
  return currentDue !== null || limit !== null || dueSupplied || extensionCount > 0;
}

/**
 * Where a pause that restarts the limit ended: shares are of the limit counted afresh. One that did not count began after due, and so
 * ends after it. A supplied due has no limit to restart.
 */
export function findCountedFrom({ pauses, currentDue, dueSupplied }: SlaDossier, startedAt: Instant): Instant {
  if (dueSupplied || currentDue === null) return startedAt;
  const restarts = pauses.filter(({ rule, to }) => rule === 'restart' && to !== null && to < currentDue);
  return Math.max(startedAt, ...restarts.map(({ to }) => to ?? startedAt));
}
