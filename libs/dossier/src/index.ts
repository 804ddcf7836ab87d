export type * from './vocabulary.ts';
export type {
  DueDates,
  Dossier,
  RecordedState,
  DossierStatus,
  End,
  Extension,
  KnownDossier,
  Opening,
  Pause,
  Receipt,
  Setting,
  UndoPoint,
} from './state/dossier.ts';
export type { TakenBack } from './state/taken-back.ts';
export type { DossierEvent, EventPayload, Rewrite } from './state/dossier-event.ts';
export type { ChangeCommand, DossierCommand, NewDossier, OpenCommand } from './dossier-command.ts';
export type { DecisionContext } from './decision-context.ts';
export type { LegacyCorrection, LegacyEvent } from './legacy/legacy-event.ts';
export type { Decision } from './recording/record.ts';
export type { DossierRefusalCode } from './refusal/sentences.ts';
export type { LegacyReasonCode, Reason } from './reasons/reason.ts';
export { createReasons, type GivenReason, type LegacyReason, type Reasons } from './reasons/reasons.ts';
export { isRefusal, refuse, type Refusal } from './refusal/refusal.ts';
export { sentences } from './refusal/sentences.ts';
export { noDossier } from './state/dossier.ts';
export { evolve } from './state/evolve.ts';
export { hasSameDue } from './due/has-same-due.ts';
export { toSubmissionPauses } from './state/submission.ts';
export { explainDue } from './due/explain-due.ts';
export { decide } from './decide.ts';
export { toPresent } from './recording/present.ts';
export { REVERT_WITHIN_MS } from './commands/revert.ts';
export { isBackdated } from './backdating/is-backdated.ts';
export {
  findProposal,
  toProposalState,
  type Proposal,
  type ProposalState,
  type ProposedCorrection,
  type TimedFields,
} from './state/proposal.ts';
export { followReform, isOverBy, type FollowReform } from './reform/follow-reform.ts';
export { recordLegacy } from './legacy/record-legacy.ts';
export { statusCodes, type StatusCode } from './status/status-codes.ts';
export { statusTable } from './status/status-table.ts';
export { toStatusTableMarkdown } from './status/to-status-table-markdown.ts';
export { isPlainId } from './officers/plain-id.ts';
