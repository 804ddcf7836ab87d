import type { Rewrite } from './dossier-event.ts';
import type { RecordedState } from './dossier.ts';
import { moveMoment } from './move-moment.ts';
import { toEnd } from './settle.ts';
import type { Instant } from '../vocabulary.ts';

/** Rewrites what was recorded wrongly, as if it had been right from the start. */
export function applyRewrite(recorded: RecordedState, rewrite: Rewrite): RecordedState {
  const { procedure, endedAt, pauseRules, moved } = rewrite;
  // Where the responsible unit handles the dossier itself, the right one does.
  const followsUnit = rewrite.responsible !== undefined && recorded.handlingUnit === recorded.responsible.code;
  const rewritten: RecordedState = {
    ...recorded,
    responsible: rewrite.responsible ?? recorded.responsible,
    channel: rewrite.channel ?? recorded.channel,
    officer: rewrite.officer ?? recorded.officer,
    receipt: rewrite.receipt ?? recorded.receipt,
    setting: rewrite.setting ?? recorded.setting,
    toldPauses:
      pauseRules === undefined
        ? recorded.toldPauses
        : recorded.toldPauses.map((pause) => ({ ...pause, rule: pauseRules[pause.reason] })),
    handlingUnit: followsUnit ? rewrite.responsible.code : recorded.handlingUnit,
    ...(procedure === undefined
      ? {}
      : { procedure: procedure.code, field: procedure.field, serviceLevel: procedure.serviceLevel }),
  };
  const timed = moved === undefined ? rewritten : moveMoment(rewritten, moved);
  return endedAt === undefined ? timed : moveEnd(timed, endedAt);
}

/** Moves the milestone that made the end. */
function moveEnd(recorded: RecordedState, at: Instant): RecordedState {
  const by = toEnd(recorded)?.by;
  if (by === undefined) return recorded;
  if (by === 'processed') return { ...recorded, processedAt: at };
  if (by === 'returned') return { ...recorded, returnedAt: at };
  return { ...recorded, stop: { at, by } };
}
