import type { Rewrite } from '../dossier-event.ts';
import type { RecordedState } from './dossier.ts';
import { moveMoment } from './move-moment.ts';
import { toEnd } from './settle.ts';
import type { Instant } from '../vocabulary.ts';

/** Rewrites what was recorded wrongly, as if it had been right from the start. */
export function applyRewrite(payloads: RecordedState, rewrite: Rewrite): RecordedState {
  const { procedure, endedAt, pauseRules, moved } = rewrite;
  // Where the responsible unit handles the dossier itself, the right one does.
  const followsUnit = rewrite.responsible !== undefined && payloads.handlingUnit === payloads.responsible.code;
  const rewritten: RecordedState = {
    ...payloads,
    responsible: rewrite.responsible ?? payloads.responsible,
    channel: rewrite.channel ?? payloads.channel,
    receipt: rewrite.receipt ?? payloads.receipt,
    setting: rewrite.setting ?? payloads.setting,
    toldPauses:
      pauseRules === undefined
        ? payloads.toldPauses
        : payloads.toldPauses.map((pause) => ({ ...pause, rule: pauseRules[pause.reason] })),
    handlingUnit: followsUnit ? rewrite.responsible.code : payloads.handlingUnit,
    ...(procedure === undefined
      ? {}
      : { procedure: procedure.code, field: procedure.field, serviceLevel: procedure.serviceLevel }),
  };
  const timed = moved === undefined ? rewritten : moveMoment(rewritten, moved);
  return endedAt === undefined ? timed : moveEnd(timed, endedAt);
}

/** Moves the milestone that made the end. */
function moveEnd(payloads: RecordedState, at: Instant): RecordedState {
  const by = toEnd(payloads)?.by;
  if (by === undefined) return payloads;
  if (by === 'processed') return { ...payloads, processedAt: at };
  if (by === 'returned') return { ...payloads, returnedAt: at };
  return { ...payloads, stop: { at, by } };
}
