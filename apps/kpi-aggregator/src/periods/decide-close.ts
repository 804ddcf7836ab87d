import type { PeriodCloseState } from '@motcua/contracts';

/** What of the unit was not counted when a month was to be closed. */
export interface Missing {
  /** Dossiers with events that are not projected yet. */
  readonly lagging: number;
  /** Events that are parked as dead letters. */
  readonly parked: number;
}

export type CloseRefusal =
  | { readonly code: 'period.not-over' }
  | { readonly code: 'period.closed-already'; readonly state: Exclude<PeriodCloseState, 'withdrawn'> }
  | ({ readonly code: 'period.events-missing' } & Missing)
  | { readonly code: 'period-close.decided-already'; readonly state: Exclude<PeriodCloseState, 'proposed'> }
  | { readonly code: 'period-close.same-person' }
  | { readonly code: 'period-close.overtaken'; readonly differences: number };

export interface Proposal {
  /** Why it is closed although something is missing; null: nothing is. */
  readonly overrideReason: string | null;
}

interface ProposalCase {
  /** Whether the last day is over in every time zone of the unit. */
  readonly isOver: boolean;
  /** What stands of that month already. */
  readonly standing: Exclude<PeriodCloseState, 'withdrawn'> | undefined;
  readonly missing: Missing;
  readonly overrideReason: string | undefined;
}

/** Only what is missing of the unit itself stands in the way, and with a reason it does not. */
export function decideProposal({ isOver, standing, missing, overrideReason }: ProposalCase): Proposal | CloseRefusal {
  if (standing !== undefined) return { code: 'period.closed-already', state: standing };
  if (!isOver) return { code: 'period.not-over' };
  if (missing.lagging + missing.parked === 0) return { overrideReason: null };
  return overrideReason === undefined ? { code: 'period.events-missing', ...missing } : { overrideReason };
}

interface ConfirmationCase {
  readonly state: PeriodCloseState;
  readonly proposedBy: string;
  /** Whether another close of that month of the unit is confirmed: of two proposals one counts. */
  readonly isMonthClosed: boolean;
}

/** Whoever proposed it never confirms it, whatever their post. */
export function decideConfirmation({ state, proposedBy, isMonthClosed }: ConfirmationCase, by: string): CloseRefusal | undefined {
  if (state !== 'proposed') return { code: 'period-close.decided-already', state };
  if (isMonthClosed) return { code: 'period.closed-already', state: 'confirmed' };
  return proposedBy === by ? { code: 'period-close.same-person' } : undefined;
}

/** Only before it is confirmed: a confirmed close is never reopened. */
export const decideWithdrawal = ({ state }: { readonly state: PeriodCloseState }): CloseRefusal | undefined =>
  state === 'proposed' ? undefined : { code: 'period-close.decided-already', state };

export const isRefusal = (decided: Proposal | CloseRefusal): decided is CloseRefusal => 'code' in decided;
