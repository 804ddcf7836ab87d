import { dossierChanges } from '@motcua/contracts';
import type { z } from 'zod';
import type { NotifiableEvent, NotifiableProposal } from './notifiable-event.ts';

/** What an event of a dossier may say of a proposal, whatever else it says. */
export const ProposalChange = dossierChanges.corrected
  .pick({ proposedUnit: true, proposedCorrection: true, decision: true })
  .extend(dossierChanges.processed.pick({ proposedMoment: true }).shape);
export type ProposalChange = z.infer<typeof ProposalChange>;

/** Something was proposed, or decided on. */
export interface ProposalNews {
  /** Its name within the dossier: dossierVersion after the event that made it. */
  readonly proposal: number;
  readonly kind: ProposalKind;
  readonly event: NotifiableEvent & { readonly proposal: NotifiableProposal };
}
export type ProposalKind = 'moment' | 'unit' | 'correction';
export type Outcome = 'approved' | 'rejected' | 'lapsed';

/**
 * What an event says of a proposal, beside what it says of the dossier; undefined: nothing. It is no event of its own, so nobody can
 * subscribe to it: who wants to know reads `change`.
 *
 * @param version of the dossier after the event
 */
export function toProposalNews(
  planned: NotifiableEvent,
  version: number,
  { proposedMoment, proposedUnit, proposedCorrection, decision }: ProposalChange,
): ProposalNews | undefined {
  if (decision !== undefined) {
    const { proposal, approved, occurredAt, unit } = decision;
    const kind = unit !== null ? 'unit' : occurredAt !== null ? 'moment' : 'correction';
    const madeBy = decision.madeBy ?? null;
    return { proposal, kind, event: toDecided(planned, kind, approved ? 'approved' : 'rejected', madeBy) };
  }
  const made = proposedMoment ?? proposedUnit ?? proposedCorrection;
  if (made === undefined) return undefined;
  const kind = proposedMoment !== undefined ? 'moment' : proposedUnit !== undefined ? 'unit' : 'correction';
  const proposal = {
    madeBy: made.madeBy ?? null,
    unit: proposedUnit?.unit ?? null,
    waitsUntil: Date.parse(made.lapsesAt),
  };
  const variables = { proposal: kind, lapsesAt: made.lapsesAt };
  return { proposal: version, kind, event: { ...of(planned, 'waiting', kind), proposal, variables } };
}

/** Notifies whoever made a proposal of what became of it. */
export function toDecided(planned: NotifiableEvent, kind: ProposalKind, outcome: Outcome, madeBy: string | null) {
  const proposal = { madeBy, unit: null, waitsUntil: null };
  return { ...of(planned, outcome, kind), proposal, variables: { proposal: kind, outcome } };
}

const of = (planned: NotifiableEvent, what: 'waiting' | Outcome, kind: ProposalKind): NotifiableEvent => ({
  ...planned,
  name: `notification.proposal-${what}`,
  why: kind,
  body: null,
});
