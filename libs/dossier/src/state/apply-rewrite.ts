import type { Rewrite } from '../dossier-event.ts';
import type { DossierFacts } from './dossier.ts';
import { moveMoment } from './move-moment.ts';
import { toEnd } from './settle.ts';
import type { Instant } from '../vocabulary.ts';

/** Rewrites what was recorded wrongly, as if it had been right from the start. */
export function applyRewrite(facts: DossierFacts, rewrite: Rewrite): DossierFacts {
  const { procedure, endedAt, pauseRules, moved } = rewrite;
  // Where the responsible unit handles the dossier itself, the right one does.
  const followsUnit = rewrite.responsible !== undefined && facts.handlingUnit === facts.responsible.code;
  const rewritten: DossierFacts = {
    ...facts,
    responsible: rewrite.responsible ?? facts.responsible,
    channel: rewrite.channel ?? facts.channel,
    receipt: rewrite.receipt ?? facts.receipt,
    setting: rewrite.setting ?? facts.setting,
    toldPauses:
      pauseRules === undefined
        ? facts.toldPauses
        : facts.toldPauses.map((pause) => ({ ...pause, rule: pauseRules[pause.reason] })),
    handlingUnit: followsUnit ? rewrite.responsible.code : facts.handlingUnit,
    ...(procedure === undefined
      ? {}
      : { procedure: procedure.code, field: procedure.field, serviceLevel: procedure.serviceLevel }),
  };
  const timed = moved === undefined ? rewritten : moveMoment(rewritten, moved);
  return endedAt === undefined ? timed : moveEnd(timed, endedAt);
}

/** Moves the milestone that made the end. */
function moveEnd(facts: DossierFacts, at: Instant): DossierFacts {
  const by = toEnd(facts)?.by;
  if (by === undefined) return facts;
  if (by === 'processed') return { ...facts, processedAt: at };
  if (by === 'returned') return { ...facts, returnedAt: at };
  return { ...facts, stop: { at, by } };
}
