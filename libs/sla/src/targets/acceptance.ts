import type { ClockTarget } from '../armed-clock.ts';
import type { Instant } from '../vocabulary.ts';
import { countDue } from './count-due.ts';
import { toTarget, type Situation } from './target.ts';

const NOT_RECEIVED = 3;

/** An online submission is to be accepted or refused. */
export function toAcceptance(situation: Situation): ClockTarget | undefined {
  const { dossier, surroundings } = situation;
  const startedAt = dossier.submittedAt;
  if (startedAt === null) return undefined;
  const unpaused = { ...situation, dossier: { ...dossier, pauses: [] } }; // Nothing stands still before receipt.
  const due = countDue(startedAt, surroundings.acceptanceLimit, unpaused);
  return toTarget({ clock: 'acceptance', startedAt, due, closedAt: findAnswer(situation) }, unpaused);
}

/** A receipt says its moment. A refusal does not: it is the event's, and stays. */
function findAnswer({ dossier, previous, event }: Situation): Instant | null {
  if (dossier.receivedAt !== null) return dossier.receivedAt;
  if (dossier.status !== NOT_RECEIVED) return null;
  const known = previous.get('acceptance')?.closedAt ?? event.occurredAt;
  return event.name === 'refused' ? event.occurredAt : known;
}
