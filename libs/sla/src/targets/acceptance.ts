import type { ClockTarget } from '../scheduled-clock.ts';
import type { Instant } from '../vocabulary.ts';
import { countDue } from './count-due.ts';
import { toTarget, type TargetContext } from './target.ts';

/** What answers a submission other than its receipt, by national status code: the event that brings it about. */
const answers: ReadonlyMap<number, string> = new Map([
  [3, 'refused'],
  [8, 'stopped'],
]);

/** An online submission is to be accepted or refused; while the citizen is asked to complete it, or asks to withdraw it, the limit stands. */
export function toAcceptance(context: TargetContext): ClockTarget | undefined {
  const { dossier, clockContext } = context;
  const startedAt = dossier.submittedAt;
  if (startedAt === null) return undefined;
  const before = { ...context, dossier: { ...dossier, pauses: dossier.submissionPauses } };
  const due = countDue(startedAt, clockContext.acceptanceLimit, before);
  return toTarget({ clock: 'acceptance', startedAt, due, closedAt: findAnswer(context) }, before);
}

/** A receipt says its moment. A refusal and a stop do not: it is the event's, and stays. */
function findAnswer({ dossier, previous, event }: TargetContext): Instant | null {
  if (dossier.receivedAt !== null) return dossier.receivedAt;
  const answer = answers.get(dossier.status);
  if (answer === undefined) return null;
  const known = previous.get('acceptance')?.closedAt ?? event.occurredAt;
  return event.name === answer ? event.occurredAt : known;
}
