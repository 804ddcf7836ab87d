import { findProposal, type DossierEvent, type KnownDossier, type Proposal } from '@motcua/dossier';
import { toPublishedCorrection } from './proposals/to-published-correction.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** What is special to an event, beside the state after it. */
export const toChange = (event: DossierEvent, after: KnownDossier): Record<string, unknown> => ({
  ...toOwnChange(event),
  ...toProposed(event),
  ...toDecision(event, after),
});

function toProposed({ proposes }: DossierEvent): Record<string, unknown> {
  if (proposes === undefined) return {};
  const { what, madeBy } = proposes;
  const waits = { lapsesAt: iso(proposes.lapsesAt), madeBy };
  switch (what.kind) {
    case 'moment':
      return { proposedMoment: { occurredAt: iso(what.happenedAt), ...waits } };
    case 'unit':
      return { proposedUnit: { unit: what.unit, ...waits } };
    case 'correction':
      return { proposedCorrection: { ...toPublishedCorrection(what), ...waits } };
  }
}

function toDecision({ decides }: DossierEvent, after: KnownDossier): Record<string, unknown> {
  const proposal = decides === undefined ? undefined : findProposal(after, decides.proposal);
  if (decides === undefined || proposal === undefined) return {};
  const { approved } = decides;
  return { decision: { proposal: proposal.version, approved, ...toDecidedOn(proposal), madeBy: proposal.madeBy } };
}

function toDecidedOn({ what }: Proposal): Record<string, unknown> {
  const none = { effectiveAt: null, occurredAt: null, unit: null };
  switch (what.kind) {
    case 'moment':
      return { ...none, effectiveAt: iso(what.effectiveAt), occurredAt: iso(what.happenedAt) };
    case 'unit':
      return { ...none, unit: what.unit };
    case 'correction':
      return { ...none, correction: toPublishedCorrection(what) };
  }
}

function toOwnChange(event: DossierEvent): Record<string, unknown> {
  switch (event.type) {
    case 'submitted':
    case 'received':
    case 'supplement-received':
    case 'payment-requested':
    case 'payment-made':
    case 'withdrawal-requested':
    case 'processed':
    case 'returned':
      return {};
    case 'refused':
      return { reasonCode: event.reasonCode };
    case 'transferred':
      return { fromUnit: event.fromUnit, toUnit: event.toUnit };
    case 'supplement-requested':
      return { reasonCode: event.reasonCode, ordinal: event.ordinal };
    case 'extended':
      return { reasonCode: event.reasonCode, newDue: new Date(event.extension.newDue).toISOString() };
    case 'redated':
      return {
        reasonCode: event.reasonCode,
        previousDue: event.previousDue === null ? null : new Date(event.previousDue).toISOString(),
      };
    case 'stopped':
      return { reasonCode: event.reasonCode, closedPause: event.closedPause };
    case 'reassigned':
      return { fromUnit: event.fromUnit, toUnit: event.responsible.code };
    case 'corrected':
      return { reasonCode: event.reasonCode, fields: event.fields };
  }
}
