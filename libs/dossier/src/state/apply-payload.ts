import type { EventPayload } from './dossier-event.ts';
import type { Opening } from './dossier.ts';
import { applyRewrite } from './apply-rewrite.ts';
import { eventEffects } from './event-effects.ts';
import { takeBack } from './undo-point.ts';
import { noDossier, type Dossier, type RecordedState, type NoDossier } from './dossier.ts';
import type { Instant } from '../vocabulary.ts';

/** What is known after a fact. Only `submitted` and `received` open a dossier: anything else said of an unknown one leaves it unknown. */
export function applyPayload(known: RecordedState | Dossier, payload: EventPayload, at: Instant): RecordedState | NoDossier {
  const opened = payload.type === 'submitted' || payload.type === 'received' ? open(known, payload.opening, at) : known;
  if (!isKnown(opened)) return noDossier;
  return { ...change(opened, payload, at), version: opened.version + 1, lastOccurredAt: Math.max(opened.lastOccurredAt, at) };
}

export function isKnown(dossier: RecordedState | Dossier): dossier is RecordedState {
  return !('status' in dossier && dossier.status === 'none');
}

function change(recorded: RecordedState, payload: EventPayload, at: Instant): RecordedState {
  if (payload.type === 'corrected') return applyRewrite(recorded, payload.rewrite);
  if (payload.type === 'reverted') return takeBack(recorded, payload.takenBack);
  const apply = eventEffects[payload.type].apply as Apply; // the table has, under the name of a payload, what takes it
  return apply(recorded, payload, at);
}

type Apply = (recorded: RecordedState, payload: EventPayload, at: Instant) => RecordedState;

/** A new dossier; a submitted one takes what its receipt says; a received one keeps what it was received with. */
function open(known: RecordedState | Dossier, opening: Opening, at: Instant): RecordedState {
  if (!isKnown(known)) return openNew(opening, at);
  if (known.receipt !== null) return known;
  return { ...known, ...opening, handlingUnit: opening.responsible.code };
}

/** Written out, field by field: an import opens thousands a second, and spreading two objects into one took a tenth of its time. */
function openNew(opening: Opening, at: Instant): RecordedState {
  return {
    id: opening.id,
    version: 0,
    origin: opening.origin,
    sourceCode: opening.sourceCode,
    imported: opening.imported,
    procedure: opening.procedure,
    field: opening.field,
    serviceLevel: opening.serviceLevel,
    channel: opening.channel,
    responsible: opening.responsible,
    handlingUnit: opening.responsible.code,
    officer: opening.officer,
    setting: opening.setting,
    submittedAt: null,
    turnedAwayAt: null,
    receipt: null,
    underWay: false,
    toldPauses: [],
    supplementRequests: [],
    extensions: [],
    processedAt: null,
    returnedAt: null,
    stop: null,
    findings: [],
    lastOccurredAt: at,
  };
}
