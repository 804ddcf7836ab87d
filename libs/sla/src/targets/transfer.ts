import { isAtSameDayCutOff, nextDayOpening } from '@motcua/calendar';
import { findRule } from '../clock-rules.ts';
import type { ClockTarget } from '../scheduled-clock.ts';
import type { Instant } from '../vocabulary.ts';
import { countDue } from './count-due.ts';
import { findHandOver } from './hand-over.ts';
import { earliest, toTarget, type TargetContext } from './target.ts';

const RECEIVED = 2;
const sameDay = { amount: 0, unit: 'working-day' } as const;

/**
 * A received dossier is to be handed to the handling unit: the same working day, or, received at the cut-off or later, at the beginning
 * of the next (NĐ 61/2018 Art. 18). One that is learnt of after it may have been handed over has none.
 */
export function toTransfer(context: TargetContext): ClockTarget | undefined {
  const { dossier, previous } = context;
  const known = previous.get('transfer');
  const handedOverAt = findHandOver(context);
  const startedAt = dossier.receivedAt;
  if (startedAt === null || (known === undefined && !isBeginning(context, handedOverAt))) return undefined;
  const closedAt = earliest(known?.closedAt, handedOverAt, dossier.endedAt);
  const upToIt = closedAt === null ? context : withoutPausesAfter(closedAt, context);
  return toTarget({ clock: 'transfer', startedAt, due: findDue(startedAt, upToIt), closedAt }, upToIt);
}

/** What stands still after the hand-over moves the dossier's due and no longer the hand-over's. */
function withoutPausesAfter(closedAt: Instant, context: TargetContext): TargetContext {
  const pauses = context.dossier.pauses
    .filter(({ from }) => from < closedAt)
    .map((pause) => ({ ...pause, to: Math.min(pause.to ?? closedAt, closedAt) }));
  return { ...context, dossier: { ...context.dossier, pauses } };
}

function isBeginning({ dossier, event }: TargetContext, handedOverAt: Instant | null): boolean {
  return dossier.status === RECEIVED || event.name === 'received' || handedOverAt !== null;
}

function findDue(receivedAt: Instant, context: TargetContext): Instant | null {
  const { calendar } = context.clockContext;
  const limit = findRule(context.clockContext, 'transfer')?.limitAfterCutOff;
  if (limit === undefined || !isAtSameDayCutOff(calendar, receivedAt)) return countDue(receivedAt, sameDay, context);
  return countDue(nextDayOpening(calendar, receivedAt), limit, context);
}
