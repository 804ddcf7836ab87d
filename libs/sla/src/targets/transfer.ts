import { isAtSameDayCutOff, nextDayOpening } from '@motcua/calendar';
import { findRule } from '../clock-rules.ts';
import type { ClockTarget } from '../armed-clock.ts';
import type { Instant } from '../vocabulary.ts';
import { countDue } from './count-due.ts';
import { findHandOver } from './hand-over.ts';
import { earliest, toTarget, type Situation } from './target.ts';

const RECEIVED = 2;
const sameDay = { amount: 0, unit: 'working-day' } as const;

/**
 * A received dossier is to be handed to the handling unit: the same working day, or, received at the cut-off or later, at the beginning
 * of the next (NĐ 61/2018 Art. 18). One that is learnt of after it may have been handed over has none.
 */
export function toTransfer(situation: Situation): ClockTarget | undefined {
  const { dossier, previous } = situation;
  const known = previous.get('transfer');
  const handedOverAt = findHandOver(situation);
  const startedAt = dossier.receivedAt;
  if (startedAt === null || (known === undefined && !isBeginning(situation, handedOverAt))) return undefined;
  const closedAt = earliest(known?.closedAt, handedOverAt, dossier.endedAt);
  const upToIt = closedAt === null ? situation : withoutPausesAfter(closedAt, situation);
  return toTarget({ clock: 'transfer', startedAt, due: findDue(startedAt, upToIt), closedAt }, upToIt);
}

/** What stands still after the hand-over moves the dossier's due and no longer the hand-over's. */
function withoutPausesAfter(closedAt: Instant, situation: Situation): Situation {
  const pauses = situation.dossier.pauses
    .filter(({ from }) => from < closedAt)
    .map((pause) => ({ ...pause, to: Math.min(pause.to ?? closedAt, closedAt) }));
  return { ...situation, dossier: { ...situation.dossier, pauses } };
}

function isBeginning({ dossier, event }: Situation, handedOverAt: Instant | null): boolean {
  return dossier.status === RECEIVED || event.name === 'received' || handedOverAt !== null;
}

function findDue(receivedAt: Instant, situation: Situation): Instant | null {
  const { calendar } = situation.surroundings;
  const limit = findRule(situation.surroundings, 'transfer')?.limitAfterCutOff;
  if (limit === undefined || !isAtSameDayCutOff(calendar, receivedAt)) return countDue(receivedAt, sameDay, situation);
  return countDue(nextDayOpening(calendar, receivedAt), limit, situation);
}
