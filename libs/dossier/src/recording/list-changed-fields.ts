import type { Rewrite } from '../state/dossier-event.ts';
import type { KnownDossier, Receipt } from '../state/dossier.ts';

/** The names, as the published contract has them, of the fields that a rewrite really changes. */
export function listChangedFields(dossier: KnownDossier, rewrite: Rewrite): readonly string[] {
  const { responsible, procedure, channel, officer, receipt, endedAt } = rewrite;
  return [
    ...(responsible !== undefined && responsible.code !== dossier.responsible.code ? ['responsibleUnit'] : []),
    ...(procedure !== undefined && procedure.code !== dossier.procedure ? ['procedure'] : []),
    ...(channel !== undefined && channel !== dossier.channel ? ['channel'] : []),
    ...(officer !== undefined && officer !== dossier.officer ? ['officer'] : []),
    ...(receipt === undefined || dossier.receipt === null ? [] : listOfReceipt(dossier.receipt, receipt)),
    ...(endedAt !== undefined && endedAt !== dossier.end?.at ? ['endedAt'] : []),
  ];
}

function listOfReceipt(before: Receipt, after: Receipt): readonly string[] {
  return [
    ...(before.at === after.at ? [] : ['receivedAt']),
    ...(before.limit?.amount === after.limit?.amount && before.limit?.unit === after.limit?.unit ? [] : ['limit']),
    ...(before.suppliedDue === after.suppliedDue ? [] : ['due']),
  ];
}
