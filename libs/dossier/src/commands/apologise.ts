import type { DecisionContext } from '../decision-context.ts';
import type { Apologise } from '../dossier-command.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';
import { findOutsideHours } from '../refusal/outside-hours.ts';
import { refuse, type Refusal } from '../refusal/refusal.ts';
import type { Dossier, KnownDossier } from '../state/dossier.ts';
import type { Instant } from '../vocabulary.ts';

const MINUTE_MS = 60_000;

/**
 * Apology for a result that is late already: why, and by when it comes (NĐ 61/2018 Art. 19(9)). It re-appoints nothing: no due moment moves
 * and the dossier stays late, or whoever missed a date could appoint another one. One at a time: again only when its promise was broken.
 */
export function apologise(dossier: Dossier, command: Apologise, context: DecisionContext): Decision {
  const promised = Math.floor(command.promised / MINUTE_MS) * MINUTE_MS;
  if (dossier.status !== 'none' && dossier.apologies?.at(-1)?.promised === promised) return [];
  const unlawful = findUnlawful(dossier, 'apologised', command.occurredAt, context);
  if (unlawful !== undefined || dossier.status === 'none') return unlawful ?? refuse('dossier.unknown');
  const { currentDue } = dossier.clock;
  if (currentDue === null)
    return refuse(dossier.pauses.some(({ to }) => to === null) ? 'dossier.clock-stands' : 'dossier.no-due');
  const ahead = Math.max(command.occurredAt, context.now);
  const obstacle =
    findObstacle(dossier, command.occurredAt, { promised, ahead }) ?? findOutsideHours(context.calendar, promised, ahead);
  if (obstacle !== undefined) return obstacle;
  const apology = { at: command.occurredAt, promised };
  const payload = { type: 'apologised', reasonCode: command.reasonCode, due: currentDue, apology } as const;
  return record(dossier, payload, command.occurredAt, context);
}

/** @param ahead behind which a promise has to lie: what is recorded hours later in the day promises nothing that has passed */
function findObstacle(
  { clock, apologies }: KnownDossier,
  at: Instant,
  { promised, ahead }: { readonly promised: Instant; readonly ahead: Instant },
): Refusal | undefined {
  if (at < (clock.lateFrom.current ?? Infinity)) return refuse('dossier.apology-too-early');
  const standing = apologies?.at(-1)?.promised;
  if (standing !== undefined && at < standing + MINUTE_MS) return refuse('dossier.apology-standing');
  return promised > ahead ? undefined : refuse('dossier.apology-not-later');
}
