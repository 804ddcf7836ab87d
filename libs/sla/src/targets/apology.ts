import type { ClockTarget } from '../scheduled-clock.ts';
import type { Instant } from '../vocabulary.ts';
import { earliest, toTarget, type TargetContext } from './target.ts';
import { findCountedFrom, hasPromise } from './whole-dossier.ts';

const HOUR_MS = 3_600_000;

/**
 * The last moment at which an apology is lawful (NĐ 61/2018 Art. 19(9)), so long before `currentDue` in elapsed hours. A same-day limit has
 * none, nor has one so short that the moment lay before receipt. It lapses and is never breached: nobody promised to apologise.
 */
export function toApology(context: TargetContext): ClockTarget | undefined {
  const { dossier, clockContext } = context;
  const { receivedAt: startedAt, currentDue } = dossier;
  const known = context.previous.get('apology');
  if (known?.state === 'closed') return known; // Given, or too late for good: what moves the due later does not bring it back.
  if (startedAt === null || !hasPromise(dossier) || dossier.limit?.amount === 0 || clockContext.maxExtensions === 0)
    return undefined;
  const due = currentDue === null ? null : currentDue - clockContext.extensionNoticeHours * HOUR_MS;
  if (due !== null && due <= startedAt) return undefined;
  const countedFrom = findCountedFrom(dossier, startedAt);
  const closedAt = earliest(findLastExtension(context), dossier.endedAt);
  return toTarget({ clock: 'apology', startedAt, due, lateFrom: null, closedAt, countedFrom }, context);
}

/** When the last lawful extension was given: the event's moment, also where it is learnt of by a later one. */
function findLastExtension({ dossier, event, clockContext }: TargetContext): Instant | null {
  return dossier.extensionCount >= clockContext.maxExtensions ? event.occurredAt : null;
}
