import { may } from '@motcua/access';
import type { Actor } from '@motcua/auth';
import type { DossierAction, DossierEventName } from '@motcua/contracts';
import { findUndo } from './find-undo.ts';
import { statusTable, toProposalState, type KnownDossier } from '@motcua/dossier';

/** What each action brings about; a decision rests on a proposal, whatever the status. */
export const eventOf = {
  receive: 'received',
  refuse: 'refused',
  transfer: 'transferred',
  'request-supplement': 'supplement-requested',
  'receive-supplement': 'supplement-received',
  'request-payment': 'payment-requested',
  'confirm-payment': 'payment-made',
  extend: 'extended',
  apologise: 'apologised',
  redate: 'redated',
  'request-withdrawal': 'withdrawal-requested',
  stop: 'stopped',
  process: 'processed',
  return: 'returned',
  reassign: 'reassigned',
  correct: 'corrected',
  'propose-unit': 'corrected',
} as const satisfies Record<Exclude<DossierAction, Decision | 'revert'>, DossierEventName>;

type Decision = 'approve-proposal' | 'reject-proposal';
const decisions: readonly Decision[] = ['approve-proposal', 'reject-proposal'];

/**
 * What somebody may do to a dossier as it stands: lawful in its status and permitted to them. A command can still be refused for what it
 * says, such as a new due moment that lies before the old one.
 *
 * @param paths of the unit that answers for it and of the one that handles it: whoever is in one of them may act
 */
export function listActions(
  actor: Actor,
  dossier: KnownDossier,
  paths: readonly (readonly string[])[],
  now: number,
): DossierAction[] {
  const lawful = (Object.keys(eventOf) as (keyof typeof eventOf)[]).filter(
    (action) => statusTable[dossier.status][eventOf[action]] && (action !== 'apologise' || isLate(dossier, now)),
  );
  const waits = (dossier.proposals ?? []).some(
    (proposal) => toProposalState(proposal, now) === 'pending' && proposal.madeBy !== actor.sub,
  );
  const undoes = findUndo(actor, dossier, now) !== undefined;
  const possible: DossierAction[] = [...lawful, ...(waits ? decisions : []), ...(undoes ? (['revert'] as const) : [])];
  return possible.filter((action) => paths.some((path) => may(actor, `dossiers.${action}`, path)));
}

/** Whoever is in time has nothing to apologise for, and need not be asked to. */
const isLate = ({ clock: { lateFrom } }: KnownDossier, now: number): boolean =>
  lateFrom.current !== null && lateFrom.current <= now;
