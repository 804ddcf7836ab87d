import type { DecisionContext } from '../decision-context.ts';
import type { Revert } from '../dossier-command.ts';
import { hasSameDue } from '../due/has-same-due.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { toPresent } from '../recording/present.ts';
import type { Decision } from '../recording/record.ts';
import { refuse, type Refusal } from '../refusal/refusal.ts';
import type { DossierEvent } from '../state/dossier-event.ts';
import type { Dossier, KnownDossier, UndoPoint } from '../state/dossier.ts';
import { evolve } from '../state/evolve.ts';
import { findProposal, toProposalState } from '../state/proposal.ts';

/** So long after it was recorded an event can be taken back: long enough to see a slip of the hand, too short for much to rest on it. */
export const REVERT_WITHIN_MS = 5 * 60_000;

/**
 * Takes the dossier's latest event back, by whoever brought it about and within five minutes of its recording: the dossier, and all that
 * is counted of it, is as if it had not been.
 */
export function revert(dossier: Dossier, command: Revert, context: DecisionContext): Decision {
  if (dossier.status === 'none') return refuse('dossier.unknown');
  if (dossier.revertedVersion === command.event) return [];
  const occurredAt = toPresent(dossier, command.occurredAt);
  const unlawful = findUnlawful(dossier, 'reverted', occurredAt, context);
  if (unlawful !== undefined) return unlawful;
  const point = findUndoPoint(dossier, command, context);
  if ('code' in point) return point;
  const event = toReverted(dossier, point, occurredAt, context);
  return hasMovedCalendar(evolve(dossier, event), context) ? refuse('dossier.revert-calendar-changed') : [event];
}

function findUndoPoint(dossier: KnownDossier, { event }: Revert, { now, actor }: DecisionContext): UndoPoint | Refusal {
  if (event !== dossier.version) return refuse('dossier.revert-followed');
  const { undo } = dossier;
  if (undo === undefined) return refuse('dossier.revert-not-possible');
  if (undo.author !== actor) return refuse('dossier.revert-not-author');
  return now - undo.recordedAt > REVERT_WITHIN_MS ? refuse('dossier.revert-too-late') : undo;
}

/** The clock is that of before, to the letter: nothing is counted afresh. A moment that the event proposed is rejected with it. */
function toReverted(dossier: KnownDossier, point: UndoPoint, occurredAt: number, { now, actor }: DecisionContext): DossierEvent {
  const { event, version, recordedAt, before } = point;
  const takenBack = { event, version, occurredAt: point.occurredAt, recordedAt };
  const proposal = findProposal(dossier, version);
  const waits = proposal !== undefined && toProposalState(proposal, now) === 'pending';
  return {
    type: 'reverted',
    takenBack,
    occurredAt,
    recordedAt: now,
    clock: before.clock,
    found: [],
    ...(actor === undefined ? {} : { author: actor }),
    ...(waits ? { decides: { proposal: version, approved: false } } : {}),
  };
}

/** A calendar that changed while the dossier had ended moved it not; open again it would keep days that no longer are. */
const hasMovedCalendar = (after: Dossier, { calendar }: DecisionContext): boolean =>
  after.status !== 'none' && after.receipt !== null && after.end === null && !hasSameDue(after, calendar);
