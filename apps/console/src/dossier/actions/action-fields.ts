import type { DossierAction } from '@motcua/contracts';

export type ActionField =
  | 'occurredAt'
  | 'reason'
  | 'toUnit'
  | 'officer'
  | 'unit'
  | 'newDue'
  | 'promised'
  | 'endedBy'
  | 'correction'
  | 'proposal'
  | 'papers'
  | 'handedIn'
  | 'takenBy'
  | 'toPay'
  | 'paid';

/** What each command is told beside the dossier. Those that hold from when they are given have no moment (ADR 26). */
export const actionFields: Readonly<Record<DossierAction, readonly ActionField[]>> = {
  receive: ['occurredAt'],
  refuse: ['reason', 'occurredAt'],
  transfer: ['toUnit', 'officer', 'occurredAt'],
  'request-supplement': ['papers', 'reason', 'occurredAt'],
  'receive-supplement': ['handedIn', 'occurredAt'],
  'request-payment': ['toPay', 'occurredAt'],
  'confirm-payment': ['paid', 'occurredAt'],
  extend: ['newDue', 'reason', 'occurredAt'],
  apologise: ['promised', 'reason', 'occurredAt'],
  redate: ['reason'],
  'request-withdrawal': ['occurredAt'],
  stop: ['endedBy', 'reason', 'occurredAt'],
  process: ['occurredAt'],
  return: ['takenBy', 'paid', 'occurredAt'],
  reassign: ['toUnit', 'reason'],
  correct: ['correction', 'reason'],
  'propose-unit': ['unit', 'reason'],
  'approve-proposal': ['proposal'],
  'reject-proposal': ['proposal', 'reason'],
  // Asked for by the undo bar, which knows the event.
  revert: [],
};
