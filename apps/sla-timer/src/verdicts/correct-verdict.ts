import { requireWrite, type Actor } from '@motcua/auth';
import type { CorrectOverdueCause } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import { toOwnTransaction } from '../database/to-own-transaction.ts';
import { insertEvents } from '../events/sla-events.ts';
import { readDossiers } from '../following/dossier.store.ts';
import { dossierUnknown, notOverdue } from '../http/problems.ts';
import { toJudgedEvent } from './to-judged-event.ts';
import { readVerdicts, writeVerdicts } from './verdict.store.ts';

/**
 * A head says why a dossier was overdue; the rules do not overwrite it. The transaction holds the lock of `lockToFire`.
 *
 * @throws ProblemError 404 where there is no such dossier or it is not overdue, 403 to whoever is no head above it
 */
export async function correctVerdict(
  locked: Transaction,
  actor: Actor,
  dossierId: string,
  { cause, reasonCode, reasonText }: CorrectOverdueCause,
): Promise<void> {
  const transaction = toOwnTransaction(locked);
  const row = (await readDossiers(transaction, [dossierId])).get(dossierId);
  if (row === undefined) throw dossierUnknown();
  requireWrite(actor, 'correct', row.path);
  const stored = (await readVerdicts(transaction, [dossierId])).get(dossierId);
  if (stored === undefined || stored.cause === null) throw notOverdue();
  const [present] = await transaction.query<{ now: Date }>('SELECT sla.clock_now() AS now');
  const verdict = {
    ...stored,
    judgement: stored.judgement + 1,
    cause,
    rule: 'head',
    explanation: { before: stored.cause, ruleBefore: stored.rule },
    judgedBy: actor.sub,
    judgedAt: present?.now.getTime() ?? Date.now(),
    reasonCode,
    reasonText: reasonText ?? null,
  };
  await writeVerdicts(transaction, [verdict]);
  await insertEvents(transaction, [toJudgedEvent(row, verdict)]);
}
