import type { DossierEventName, Instant, Limit } from '../vocabulary.ts';

/** The true moment of an event that took effect later, because it lay too far back for a live command. */
export interface ProposedMoment {
  readonly kind: 'moment';
  readonly event: DossierEventName;
  /** When the event took effect. */
  readonly effectiveAt: Instant;
  /** When it is said to have happened. */
  readonly happenedAt: Instant;
  /** The dossier's latest event before it; null: it opened the dossier. */
  readonly notBefore: Instant | null;
}

/** The unit that was responsible from receipt on, where another was written down. */
export interface ProposedUnit {
  readonly kind: 'unit';
  readonly unit: string;
}

/** Fields by which it is counted whether a dossier was on time; absent ones are not corrected. null: nothing was known or promised. */
export interface TimedFields {
  /** Code: a procedure brings its limits along. */
  readonly procedure?: string;
  readonly receivedAt?: Instant;
  readonly endedAt?: Instant | null;
  /** As it was supplied from outside. */
  readonly due?: Instant | null;
  readonly limit?: Limit | null;
}

/** What was recorded wrongly, and what is said to be right. */
export interface ProposedCorrection {
  readonly kind: 'correction';
  /** The fields as they were when it was proposed: where they are others by now, something else than was looked at would be approved. */
  readonly from: TimedFields;
  readonly to: TimedFields;
}

/** Something that changes figures of the past and waits for another person: until it is approved nothing follows from it. */
export interface Proposal {
  /** Version of the dossier after the event that made it: its name within the dossier. */
  readonly version: number;
  readonly what: ProposedMoment | ProposedUnit | ProposedCorrection;
  readonly madeAt: Instant;
  /** Subject; null: nobody was named. */
  readonly madeBy: string | null;
  /** The last moment at which it can be approved. It is kept, so that a later change of the calendar moves no term that was told. */
  readonly lapsesAt: Instant;
  readonly decision: { readonly approved: boolean; readonly at: Instant } | null;
}

export type ProposalState = 'pending' | 'approved' | 'rejected' | 'lapsed';

/** Nothing happens when a proposal lapses, so no clock is needed: whoever reads it sees that its term has passed. */
export function toProposalState({ decision, lapsesAt }: Proposal, now: Instant): ProposalState {
  if (decision !== null) return decision.approved ? 'approved' : 'rejected';
  return now > lapsesAt ? 'lapsed' : 'pending';
}

/** @param version the name of the proposal */
export const findProposal = (dossier: { readonly proposals?: readonly Proposal[] }, version: number): Proposal | undefined =>
  dossier.proposals?.find((proposal) => proposal.version === version);
