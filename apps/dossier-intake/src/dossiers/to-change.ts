import { findProposal, type DossierEvent, type KnownDossier } from '@motcua/dossier';

const iso = (at: number): string => new Date(at).toISOString();

/** What is special to an event, beside the state after it. */
export const toChange = (event: DossierEvent, after: KnownDossier): Record<string, unknown> => ({
  ...toOwnChange(event),
  ...toProposed(event),
  ...toDecision(event, after),
});

function toProposed({ proposes }: DossierEvent): Record<string, unknown> {
  if (proposes === undefined) return {};
  const { what } = proposes;
  const lapsesAt = iso(proposes.lapsesAt);
  return what.kind === 'moment'
    ? { proposedMoment: { occurredAt: iso(what.happenedAt), lapsesAt } }
    : { proposedUnit: { unit: what.unit, lapsesAt } };
}

function toDecision({ decides }: DossierEvent, after: KnownDossier): Record<string, unknown> {
  const what = decides === undefined ? undefined : findProposal(after, decides.proposal)?.what;
  if (decides === undefined || what === undefined) return {};
  const of =
    what.kind === 'moment'
      ? { effectiveAt: iso(what.effectiveAt), occurredAt: iso(what.happenedAt), unit: null }
      : { effectiveAt: null, occurredAt: null, unit: what.unit };
  return { decision: { proposal: decides.proposal, approved: decides.approved, ...of } };
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
