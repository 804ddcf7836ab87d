import type { DossierAction, DossierActionBody } from '@motcua/contracts';
import { findProposal, type ChangeCommand, type KnownDossier } from '@motcua/dossier';
import type { ReferenceData } from '../reference/reference-data.ts';
import {
  contextForChange,
  contextForCorrection,
  contextForOpening,
  contextForProposing,
  contextForRedating,
  type ResolvedContext,
} from './decision-contexts.ts';

/** What a request asks for: the action of the path with its validated body. */
export type ActionRequest = {
  [Action in DossierAction]: { readonly action: Action; readonly body: DossierActionBody<Action> };
}[DossierAction];

/** `occurredAt` of a request; absent: now. */
export const toMoment = (occurredAt: string | undefined, now: number): number =>
  occurredAt === undefined ? now : Date.parse(occurredAt);

/** The domain's command for a request on a known dossier. @param own who is in charge of a receipt that names nobody */
export function toChangeCommand({ action, body }: ActionRequest, now: number, own: string | null): ChangeCommand {
  const occurredAt = toMoment(body.occurredAt, now);
  switch (action) {
    case 'receive':
      return { type: 'accept', occurredAt, limit: body.limit ?? null, officer: body.officer ?? own };
    case 'refuse':
      return { type: 'refuse', occurredAt, reasonCode: body.reasonCode };
    case 'transfer':
      return { type: 'transfer', occurredAt, officer: body.officer ?? null };
    case 'request-supplement':
      return { type: 'request-supplement', occurredAt, reasonCode: body.reasonCode };
    case 'extend':
      return { type: 'extend', occurredAt, reasonCode: body.reasonCode, newDue: Date.parse(body.newDue) };
    case 'apologise':
      return { type: 'apologise', occurredAt, reasonCode: body.reasonCode, promised: Date.parse(body.promised) };
    case 'redate':
      return { type: 'redate', occurredAt, reasonCode: body.reasonCode };
    case 'stop':
      return { type: 'stop', occurredAt, by: body.endedBy, reasonCode: body.reasonCode };
    case 'reassign':
      return { type: 'reassign', occurredAt, reasonCode: body.reasonCode };
    case 'correct':
      return { type: 'correct', occurredAt, reasonCode: body.reasonCode, ...toCorrection(body.correction) };
    case 'propose-unit':
      return { type: 'propose-unit', occurredAt, reasonCode: body.reasonCode };
    case 'approve-proposal':
      return { type: 'approve-proposal', occurredAt, proposal: body.proposal };
    case 'reject-proposal':
      return { type: 'reject-proposal', occurredAt, reasonCode: body.reasonCode, proposal: body.proposal };
    case 'revert':
      return { type: 'revert', occurredAt, event: body.event };
    // what says nothing but when; a command that is told more does not compile here
    default:
      return { type: action, occurredAt };
  }
}

/**
 * The rules, the calendar and the named unit or procedure for a request on a known dossier.
 *
 * @param at the moment at which it takes effect
 */
export function toContext(
  data: ReferenceData,
  { now, at }: { readonly now: number; readonly at: number },
  dossier: KnownDossier,
  { action, body }: ActionRequest,
): ResolvedContext {
  switch (action) {
    case 'receive':
      return contextForOpening(data, now, {
        unit: dossier.responsible.code,
        procedure: dossier.procedure,
        officer: body.officer,
        at,
      });
    case 'transfer':
      return contextForChange(data, now, dossier, { unit: body.toUnit, officer: body.officer, at });
    case 'reassign':
      return contextForChange(data, now, dossier, { unit: body.toUnit, at });
    case 'redate':
    case 'revert':
      return contextForRedating(data, now, dossier, at);
    case 'correct': {
      const { unit, procedure, officer, receivedAt } = body.correction;
      return contextForProposing(data, now, dossier, { unit, procedure, officer, at, receivedAt: toInstant(receivedAt) });
    }
    case 'propose-unit':
      return contextForChange(data, now, dossier, { unit: body.unit, at: dossier.receipt?.at ?? dossier.submittedAt ?? at });
    case 'approve-proposal':
      return contextForApproval(data, { now, at }, dossier, body.proposal);
    default:
      return contextForChange(data, now, dossier, { at });
  }
}

/** As for a correction: a unit, a procedure or a receipt that is approved brings the rules and the calendar of its own day along. */
function contextForApproval(
  data: ReferenceData,
  { now, at }: { readonly now: number; readonly at: number },
  dossier: KnownDossier,
  proposal: number,
): ResolvedContext {
  const what = findProposal(dossier, proposal)?.what;
  if (what?.kind === 'unit') return contextForCorrection(data, now, dossier, { unit: what.unit, at });
  if (what?.kind === 'correction') {
    const { procedure, receivedAt } = what.to;
    return contextForCorrection(data, now, dossier, { procedure, receivedAt, at });
  }
  if (what?.event !== 'received') return contextForChange(data, now, dossier, { at });
  return contextForCorrection(data, now, dossier, { receivedAt: what.happenedAt, at });
}

function toCorrection({
  unit,
  procedure,
  channel,
  officer,
  receivedAt,
  endedAt,
  limit,
}: DossierActionBody<'correct'>['correction']) {
  return {
    ...(unit === undefined ? {} : { unit: true as const }),
    ...(procedure === undefined ? {} : { procedure: true as const }),
    ...(channel === undefined ? {} : { channel }),
    ...(officer === undefined ? {} : { officer }),
    ...(receivedAt === undefined ? {} : { receivedAt: Date.parse(receivedAt) }),
    ...(endedAt === undefined ? {} : { endedAt: Date.parse(endedAt) }),
    ...(limit === undefined ? {} : { limit }),
  };
}

const toInstant = (text: string | undefined): number | undefined => (text === undefined ? undefined : Date.parse(text));
