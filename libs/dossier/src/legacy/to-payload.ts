import { findOpenPause } from '../commands/stop-dossier.ts';
import type { DecisionContext } from '../decision-context.ts';
import type { EventPayload } from '../state/dossier-event.ts';
import { UNSPECIFIED } from '../reasons/reason.ts';
import { refuse, type Refusal } from '../refusal/refusal.ts';
import type { Dossier } from '../state/dossier.ts';
import type { LegacyEvent } from './legacy-event.ts';
import { toCorrectionPayload } from './to-correction-payload.ts';
import { toOpeningPayload } from './to-opening-payload.ts';

const MINUTE_MS = 60_000;

/** The fact a legacy event tells; refused where a field it needs is missing. */
export function toPayload(dossier: Dossier, event: LegacyEvent, context: DecisionContext): EventPayload | Refusal {
  const { type } = event;
  const reasonCode = event.reasonCode ?? UNSPECIFIED;
  switch (type) {
    case 'submitted':
    case 'received':
      return toOpeningPayload(dossier, type, event, context);
    case 'refused':
      return { type, reasonCode };
    case 'transferred':
      return toTransfer(dossier, event, context);
    case 'supplement-requested':
      return { type, reasonCode, rule: context.ruleSet.pauseRules.supplement, ordinal: countRequests(dossier) + 1 };
    case 'payment-requested':
      return { type, rule: context.ruleSet.pauseRules.payment };
    case 'withdrawal-requested':
      return { type, rule: context.ruleSet.pauseRules.withdrawal };
    case 'extended':
      return toExtension(event, reasonCode);
    case 'stopped':
      return {
        type,
        reasonCode,
        by: event.endedBy === 'withdrawn' ? 'withdrawn' : 'stopped',
        closedPause: findOpenPause(dossier),
      };
    case 'reassigned':
      return toReassignment(dossier, reasonCode, context);
    case 'corrected':
      return toCorrectionPayload(dossier, event, reasonCode, context);
    // what tells nothing but that it happened; an event with more to tell does not compile here
    default:
      return { type };
  }
}

const countRequests = (dossier: Dossier): number => (dossier.status === 'none' ? 0 : dossier.supplementRequests.length);

function toTransfer(dossier: Dossier, event: LegacyEvent, { unit }: DecisionContext): EventPayload | Refusal {
  if (unit === undefined) return refuse('event.field-missing', 'unit');
  const fromUnit = dossier.status === 'none' ? unit.code : dossier.handlingUnit;
  return { type: 'transferred', fromUnit, toUnit: unit.code, officer: event.officer ?? null };
}

function toExtension({ newDue, occurredAt }: LegacyEvent, reasonCode: string): EventPayload | Refusal {
  if (newDue === undefined) return refuse('event.field-missing', 'newDue');
  return { type: 'extended', reasonCode, extension: { at: occurredAt, newDue: Math.floor(newDue / MINUTE_MS) * MINUTE_MS } };
}

function toReassignment(dossier: Dossier, reasonCode: string, { unit }: DecisionContext): EventPayload | Refusal {
  if (unit === undefined) return refuse('event.field-missing', 'unit');
  const fromUnit = dossier.status === 'none' ? unit.code : dossier.responsible.code;
  return { type: 'reassigned', reasonCode, fromUnit, responsible: unit };
}
