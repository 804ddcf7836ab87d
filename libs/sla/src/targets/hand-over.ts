import type { Instant } from '../vocabulary.ts';
import type { TargetContext } from './target.ts';

/**
 * When this event handed the dossier over; null: it did not. `transferred` also says that the citizen took back the wish to withdraw
 * (it ends that pause): then it hands over only what was never handed over before.
 */
export function findHandOver({ dossier, previous, event }: TargetContext): Instant | null {
  if (event.name !== 'transferred') return null;
  const isTakenBack = dossier.pauses.some(({ reason, to }) => reason === 'withdrawal' && to === event.occurredAt);
  return isTakenBack && previous.get('transfer')?.state === 'closed' ? null : event.occurredAt;
}
