import type { dossierChanges, DossierEventName } from '@motcua/contracts';
import { findProposal, type DossierEvent, type KnownDossier, type Proposal } from '@motcua/dossier';
import type { z } from 'zod';
import { toLiveEventId } from './live-event-id.ts';
import { toPublishedCorrection } from './proposals/to-published-correction.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** What is special to an event, beside the state after it. */
export const toChange = (event: DossierEvent, after: KnownDossier): Record<string, unknown> => ({
  ...toOwnChange(event, after),
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

type Changes = { readonly [Name in DossierEventName]: z.infer<(typeof dossierChanges)[Name]> };
type EventOf<Name> = Extract<DossierEvent, { readonly type: Name }>;
/** Events whose contract needs nothing beside what every one may carry. */
type TellsNothing = { [Name in DossierEventName]: object extends Changes[Name] ? Name : never }[DossierEventName];
type ToOwnChange = {
  readonly [Name in Exclude<DossierEventName, TellsNothing>]: (event: EventOf<Name>, after: KnownDossier) => Changes[Name];
};

/** By event, as its contract has it; an event that is not here tells nothing but that it happened, and its contract asks for no more. */
const ownChanges: ToOwnChange = {
  refused: ({ reasonCode }) => ({ reasonCode }),
  transferred: ({ fromUnit, toUnit }) => ({ fromUnit, toUnit }),
  'supplement-requested': ({ reasonCode, ordinal }) => ({ reasonCode, ordinal }),
  extended: ({ reasonCode, extension, previousDue }) => ({
    reasonCode,
    newDue: iso(extension.newDue),
    ...(previousDue === undefined ? {} : { previousDue: iso(previousDue) }),
  }),
  apologised: ({ reasonCode, due, apology }) => ({ reasonCode, due: iso(due), promised: iso(apology.promised) }),
  redated: ({ reasonCode, previousDue }) => ({ reasonCode, previousDue: previousDue === null ? null : iso(previousDue) }),
  stopped: ({ reasonCode, closedPause }) => ({ reasonCode, closedPause }),
  reassigned: ({ fromUnit, responsible, reform }) => ({
    fromUnit,
    toUnit: responsible.code,
    ...(reform === undefined ? {} : { reform: { ...reform } }),
  }),
  corrected: ({ reasonCode, fields }) => ({ reasonCode, fields: [...fields] }),
  reverted: ({ takenBack: { event, version, occurredAt, recordedAt } }, { id }) => ({
    event,
    version,
    eventId: toLiveEventId(id, version),
    occurredAt: iso(occurredAt),
    recordedAt: iso(recordedAt),
  }),
};

type ToAnyChange = (event: DossierEvent, after: KnownDossier) => Record<string, unknown>;

function toOwnChange(event: DossierEvent, after: KnownDossier): Record<string, unknown> {
  // under an event's name stands what takes it
  const toChanged = (ownChanges as Partial<Record<string, ToAnyChange>>)[event.type];
  return toChanged === undefined ? {} : toChanged(event, after);
}
