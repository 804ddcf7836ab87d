import { listChangedFields } from '../recording/list-changed-fields.ts';
import { toRewrite } from '../recording/to-rewrite.ts';
import type { DecisionContext } from '../decision-context.ts';
import type { Correct } from '../dossier-command.ts';
import type { EventPayload } from '../state/dossier-event.ts';
import { refuse, type Refusal } from '../refusal/refusal.ts';
import type { Dossier } from '../state/dossier.ts';
import type { LegacyEvent } from './legacy-event.ts';

/** A correction of what the legacy system told before; an end it corrects too early is simply not there yet. */
export function toCorrectionPayload(
  dossier: Dossier,
  event: LegacyEvent,
  reasonCode: string,
  context: DecisionContext,
): EventPayload | Refusal {
  if (event.correction === undefined) return refuse('event.field-missing', 'correction');
  if (dossier.status === 'none') return refuse('dossier.unknown');
  const rewrite = toRewrite(dossier, toCommand(event, reasonCode), context);
  return { type: 'corrected', reasonCode, fields: listChangedFields(dossier, rewrite), rewrite };
}

function toCommand({ occurredAt, correction, namesUnit, namesProcedure }: LegacyEvent, reasonCode: string): Correct {
  const { channel, receivedAt, endedAt, due, limit } = correction ?? {};
  return {
    type: 'correct',
    occurredAt,
    reasonCode,
    ...(namesUnit ? { unit: true } : {}),
    ...(namesProcedure ? { procedure: true } : {}),
    ...(channel === undefined ? {} : { channel }),
    ...(receivedAt === undefined ? {} : { receivedAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(due === undefined ? {} : { due }),
    ...(limit === undefined ? {} : { limit }),
  };
}
