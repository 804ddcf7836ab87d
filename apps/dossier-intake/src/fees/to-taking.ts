import type { Actor } from '@motcua/auth';
import { toLocalDate } from '@motcua/calendar';
import type { OpenDossier, StepEntry } from '@motcua/contracts';
import type { KnownDossier } from '@motcua/dossier';
import type { ReferenceData } from '../reference/reference-data.ts';
import type { NewTaking } from './fee-taking.store.ts';

type Money = Pick<NewTaking, 'amount' | 'way' | 'receiptNumber'>;

/** What was paid when the dossier was opened; undefined: nothing, or it is owed. */
export function findOpeningMoney({ channel, desk }: OpenDossier): Money | undefined {
  const fee = desk?.fee;
  if (fee === undefined || fee.paid === false || fee.amount === 0) return undefined;
  const way = fee.way ?? (channel === 'online' ? 'online' : 'counter');
  return { amount: fee.amount, way, receiptNumber: fee.receiptNumber };
}

/** @param payment what was confirmed, or came with the return; of what is asked for nothing is taken */
export function findStepMoney(payment: StepEntry['payment']): Money | undefined {
  if (payment === undefined || payment.amount === 0) return undefined;
  return { amount: payment.amount, way: payment.way ?? 'counter', receiptNumber: payment.receiptNumber };
}

export interface TakingGround {
  readonly data: ReferenceData;
  readonly actor: Actor;
  /** As it is after the step. */
  readonly dossier: KnownDossier;
  readonly occurredAt: number;
  readonly recordedAt: number;
}

/** It lies in the till of the unit in which the officer works, whoever is responsible for the dossier. */
export function toTaking({ data, actor, dossier, occurredAt, recordedAt }: TakingGround, money: Money): NewTaking {
  const unit = actor.unit ?? dossier.responsible.code;
  return {
    dossierId: dossier.id,
    version: dossier.version,
    unit,
    path: data.findPath(unit, recordedAt) ?? [unit],
    day: toLocalDate(dossier.setting.timeZone, occurredAt),
    procedure: dossier.procedure,
    officer: actor.sub,
    takenAt: occurredAt,
    recordedAt,
    ...money,
  };
}
