import { toSetting } from '../recording/to-setting.ts';
import type { DecisionContext } from '../decision-context.ts';
import type { EventPayload } from '../state/dossier-event.ts';
import type { Opening } from '../state/dossier.ts';
import { refuse, type Refusal } from '../refusal/refusal.ts';
import type { Dossier, Receipt } from '../state/dossier.ts';
import type { LegacyEvent } from './legacy-event.ts';

/** Submission or receipt. A receipt of what was submitted may leave out what the submission said. */
export function toOpeningPayload(
  dossier: Dossier,
  type: 'submitted' | 'received',
  event: LegacyEvent,
  context: DecisionContext,
): EventPayload | Refusal {
  const opening = toOpening(dossier, event, context);
  if ('sentence' in opening) return opening;
  return type === 'submitted' ? { type, opening } : { type, opening, receipt: toSuppliedReceipt(event, context) };
}

function toOpening(dossier: Dossier, event: LegacyEvent, context: DecisionContext): Opening | Refusal {
  const known = dossier.status === 'none' ? undefined : dossier;
  const responsible = context.unit ?? known?.responsible;
  if (responsible === undefined) return refuse('event.field-missing', 'unit');
  const { procedure } = context;
  if (procedure === undefined) return refuse('event.field-missing', 'procedure');
  const channel = event.channel ?? known?.channel;
  if (channel === undefined) return refuse('event.field-missing', 'channel');
  return {
    id: event.id,
    origin: event.origin,
    sourceCode: event.sourceCode,
    imported: true,
    procedure: procedure.code,
    field: event.field ?? (known?.procedure === procedure.code ? known.field : procedure.field),
    serviceLevel: event.serviceLevel ?? known?.serviceLevel ?? procedure.serviceLevel,
    channel,
    responsible,
    officer: event.officer ?? known?.officer ?? null,
    setting: toSetting(context),
  };
}

/** `dueKnown: false` says that the source promised nothing: then no limit is made up for it. */
function toSuppliedReceipt(event: LegacyEvent, { procedure }: DecisionContext): Receipt {
  const dueKnown = event.dueKnown !== false || event.due !== undefined;
  return {
    at: event.occurredAt,
    code: null,
    limit: dueKnown ? (event.limit ?? procedure?.limit ?? null) : null,
    maxLimit: procedure?.maxLimit ?? null,
    suppliedDue: event.due ?? null,
    dueKnown,
  };
}
