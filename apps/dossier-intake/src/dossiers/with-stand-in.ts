import type { Transaction } from '@motcua/postgres';
import { listAbsencesInForce } from '../absences/absence.store.ts';
import { StandIns } from '../absences/stand-ins.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import type { KnownDossier } from '@motcua/dossier';
import type { ActionRequest } from './to-change-command.ts';

interface Ground {
  readonly transaction: Transaction;
  readonly data: ReferenceData;
  readonly now: number;
}

/**
 * Who gets what is given to an officer of a unit: whoever stands in, where they are absent today. Whoever stands in has to work in that
 * very unit, else the dossier goes to whom it was given to.
 */
export async function toPresent({ transaction, data, now }: Ground, officer: string, unit: string): Promise<string> {
  const day = data.findUnit(unit, now);
  if (day === undefined) return officer;
  const present = new StandIns(await listAbsencesInForce(transaction, day.date)).find(officer);
  return present !== undefined && data.findStanding(present, unit, day.date) === 'staff' ? present : officer;
}

/** A request that hands a dossier to somebody who is absent hands it to who stands in. A head’s `correct` names whom it means. */
export async function withStandIn(ground: Ground, dossier: KnownDossier, request: ActionRequest): Promise<ActionRequest> {
  if (request.action === 'transfer' && request.body.officer !== undefined) {
    const officer = await toPresent(ground, request.body.officer, request.body.toUnit);
    return { ...request, body: { ...request.body, officer } };
  }
  if (request.action === 'receive' && request.body.officer !== undefined) {
    const officer = await toPresent(ground, request.body.officer, dossier.responsible.code);
    return { ...request, body: { ...request.body, officer } };
  }
  return request;
}
