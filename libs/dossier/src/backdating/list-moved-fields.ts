import type { RecordedState, KnownDossier } from '../state/dossier.ts';
import { toEnd } from '../state/settle.ts';

/** The names, as the published contract has them, of the fields that an approved proposal moves. */
export function listMovedFields(before: KnownDossier, after: RecordedState): readonly string[] {
  return [
    ...(before.responsible.code === after.responsible.code ? [] : ['responsibleUnit']),
    ...(before.submittedAt === after.submittedAt ? [] : ['submittedAt']),
    ...(before.receipt?.at === after.receipt?.at ? [] : ['receivedAt']),
    ...(before.turnedAwayAt === after.turnedAwayAt ? [] : ['refusedAt']),
    ...(before.submission === after.submission ? [] : ['submissionPauses']),
    ...(before.toldPauses === after.toldPauses ? [] : ['pauses']),
    ...(before.extensions === after.extensions ? [] : ['extensions']),
    ...(before.apologies === after.apologies ? [] : ['apology']),
    ...(before.end?.at === toEnd(after)?.at ? [] : ['endedAt']),
    ...(before.returnedAt === after.returnedAt ? [] : ['returnedAt']),
  ];
}
