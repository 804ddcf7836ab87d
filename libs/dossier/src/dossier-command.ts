import type { Channel, Instant, Limit } from './vocabulary.ts';

interface Timed {
  /** When it happened; up to five minutes ahead of now it is now. Before the opening of this working day it is only proposed (`decide`). */
  readonly occurredAt: Instant;
}
interface Reasoned extends Timed {
  readonly reasonCode: string;
}

/** Identity of a dossier that a live command opens. */
export interface NewDossier {
  readonly id: string;
  readonly origin: string;
  readonly channel: Channel;
  readonly officer: string | null;
}

/** Opens the dossier: `context.unit` and `context.procedure` say for whom and under what. */
export type OpenCommand = Timed &
  NewDossier &
  ({ readonly type: 'submit' } | { readonly type: 'receive'; readonly limit: Limit | null });

export interface AcceptSubmission extends Timed {
  readonly type: 'accept';
  readonly limit: Limit | null;
  readonly officer: string | null;
}
export interface Refuse extends Reasoned {
  readonly type: 'refuse';
}
/** To `context.unit`. */
export interface Transfer extends Timed {
  readonly type: 'transfer';
  readonly officer: string | null;
}
export interface RequestSupplement extends Reasoned {
  readonly type: 'request-supplement';
}
export interface ReceiveSupplement extends Timed {
  readonly type: 'receive-supplement';
}
export interface RequestPayment extends Timed {
  readonly type: 'request-payment';
}
export interface ConfirmPayment extends Timed {
  readonly type: 'confirm-payment';
}
export interface Extend extends Reasoned {
  readonly type: 'extend';
  readonly newDue: Instant;
}
/** Of a dossier that is late; `promised` is when the result comes now. */
export interface Apologise extends Reasoned {
  readonly type: 'apologise';
  readonly promised: Instant;
}
/** With the calendar and rule set of the context. */
export interface Redate extends Reasoned {
  readonly type: 'redate';
}
export interface RequestWithdrawal extends Timed {
  readonly type: 'request-withdrawal';
}
export interface StopDossier extends Reasoned {
  readonly type: 'stop';
  readonly by: 'stopped' | 'withdrawn';
}
export interface Process extends Timed {
  readonly type: 'process';
}
export interface Return extends Timed {
  readonly type: 'return';
}
/** To `context.unit`. */
export interface Reassign extends Reasoned {
  readonly type: 'reassign';
}
/**
 * `unit` and `procedure` say that `context.unit` or `context.procedure` is the right one. A live correction of the unit is refused, and
 * of what is counted whether a dossier was on time it is only proposed.
 */
export interface Correct extends Reasoned {
  readonly type: 'correct';
  readonly unit?: true;
  readonly procedure?: true;
  readonly channel?: Channel;
  /** Staff id of who has it in hand from now on: `context.officer` says what they are to the unit that handles it. */
  readonly officer?: string;
  readonly receivedAt?: Instant;
  readonly endedAt?: Instant;
  readonly due?: Instant;
  readonly limit?: Limit;
}

/** `context.unit` was responsible from receipt on. */
export interface ProposeUnit extends Reasoned {
  readonly type: 'propose-unit';
}
/**
 * `proposal` is the version of the dossier after the event that made it. Of a unit or a procedure, that of the context is the one that
 * was proposed.
 */
export interface ApproveProposal extends Timed {
  readonly type: 'approve-proposal';
  readonly proposal: number;
}
export interface RejectProposal extends Reasoned {
  readonly type: 'reject-proposal';
  readonly proposal: number;
}
/** `event` is the version of the dossier after the event that is taken back. */
export interface Revert extends Timed {
  readonly type: 'revert';
  readonly event: number;
}

export type ChangeCommand =
  | AcceptSubmission
  | Refuse
  | Transfer
  | RequestSupplement
  | ReceiveSupplement
  | RequestPayment
  | ConfirmPayment
  | Extend
  | Apologise
  | Redate
  | RequestWithdrawal
  | StopDossier
  | Process
  | Return
  | Reassign
  | Correct
  | ProposeUnit
  | ApproveProposal
  | RejectProposal
  | Revert;
export type DossierCommand = OpenCommand | ChangeCommand;
