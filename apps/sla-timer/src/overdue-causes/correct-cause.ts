import { requirePermission } from '@motcua/access';
import { type Actor } from '@motcua/auth';
import { toLocalDate } from '@motcua/calendar';
import type { CorrectOverdueCause } from '@motcua/contracts';
import { type Transaction, readClock } from '@motcua/postgres';
import { insertEvents } from '../outbox/sla-events.ts';
import { readDossiers } from '../dossiers/dossier.store.ts';
import { dossierUnknown, notOverdue, reasonRefused } from '../http/problems.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import { toOverdueJudgedEvent } from './to-overdue-judged-event.ts';
import { readCauses, writeCauses } from './cause.store.ts';
import type { CauseReasonStore } from './cause-reason.store.ts';

export interface CorrectionParts {
  readonly transaction: Transaction;
  readonly data: ReferenceData;
  readonly reasons: CauseReasonStore;
}

/**
 * A head says why a dossier was overdue; the rules do not overwrite it. The transaction holds the lock of `lockToFire`.
 *
 * @throws ProblemError 404 where there is no such dossier or it is not overdue, 403 to whoever is no head above it, 422 where the reason
 * is none of the catalogue's
 */
export async function correctCause(
  { transaction, data, reasons }: CorrectionParts,
  actor: Actor,
  dossierId: string,
  { cause, reasonCode, reasonText }: CorrectOverdueCause,
): Promise<void> {
  const row = (await readDossiers(transaction, [dossierId])).get(dossierId);
  if (row === undefined) throw dossierUnknown();
  requirePermission(actor, 'dossiers.correct', row.path);
  const stored = (await readCauses(transaction, [dossierId])).get(dossierId);
  if (stored === undefined || stored.cause === null) throw notOverdue();
  const text = reasonText === undefined || reasonText.trim() === '' ? undefined : reasonText;
  const now = await readClock(transaction, 'sla');
  const given = { command: 'correct-overdue-cause', code: reasonCode, text, date: toLocalDate(row.timeZone, now) };
  const refusal = data.getReasons().check(given);
  if (refusal !== undefined) throw reasonRefused(refusal);
  const overdueCause = {
    ...stored,
    judgement: stored.judgement + 1,
    cause,
    rule: 'head',
    explanation: { before: stored.cause, ruleBefore: stored.rule },
    judgedBy: actor.sub,
    judgedAt: now,
    reasonCode,
  };
  await writeCauses(transaction, [overdueCause]);
  if (text !== undefined) await reasons.insert(transaction, overdueCause, text);
  await insertEvents(transaction, [toOverdueJudgedEvent(row, overdueCause)]);
}
