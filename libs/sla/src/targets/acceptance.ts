import type { ClockTarget } from '../scheduled-clock.ts';
import type { Instant } from '../vocabulary.ts';
import { countDue } from './count-due.ts';
import { toTarget, type TargetContext } from './target.ts';

const NOT_RECEIVED = 3;

/** An online submission is to be accepted or refused. */
export function toAcceptance(context: TargetContext): ClockTarget | undefined {
  const { dossier, clockContext } = context;
  const startedAt = dossier.submittedAt;
  if (startedAt === null) return undefined;
  const unpaused = { ...context, dossier: { ...dossier, pauses: [] } }; // Nothing stands still before receipt.
  const due = countDue(startedAt, clockContext.acceptanceLimit, unpaused);
  return toTarget({ clock: 'acceptance', startedAt, due, closedAt: findAnswer(context) }, unpaused);
}

/** A receipt says its moment. A refusal does not: it is the event's, and stays. */
function findAnswer({ dossier, previous, event }: TargetContext): Instant | null {
  if (dossier.receivedAt !== null) return dossier.receivedAt;
  if (dossier.status !== NOT_RECEIVED) return null;
  const known = previous.get('acceptance')?.closedAt ?? event.occurredAt;
  return event.name === 'refused' ? event.occurredAt : known;
}
