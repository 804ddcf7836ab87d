import { inTransaction, readClock, type Transaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { insertEvents } from '../events/sla-events.ts';
import { readDossiers } from '../following/dossier.store.ts';
import { lockToFire } from '../firing/order-locks.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import { judge } from './judge.ts';
import { toNextVerdict } from './next-verdict.ts';
import { toJudgedEvent } from './to-judged-event.ts';
import { readVerdicts, writeVerdicts } from './verdict.store.ts';

const BATCH = 500;

/**
 * Judges dossiers whose breach has fired, a bounded batch: the statement that fires knows no rules, so it leaves their ids.
 *
 * @returns how many were looked at
 */
export async function judgeBreaches(pool: Pool, data: ReferenceData): Promise<number> {
  const { rows: waiting } = await pool.query('SELECT FROM sla.unjudged LIMIT 1');
  if (waiting.length === 0) return 0;
  return inTransaction(pool, async (transaction) => {
    await transaction.query(lockToFire);
    const ids = await takeUnjudged(transaction);
    const now = await readClock(transaction, 'sla');
    const dossiers = await readDossiers(transaction, ids);
    const verdicts = await readVerdicts(transaction, ids);
    const judged = [...dossiers.values()].flatMap((row) => {
      const found = judge(data, { row, now, wasShown: true });
      const verdict = toNextVerdict(row, verdicts.get(row.dossierId), found, now);
      return verdict === undefined ? [] : [{ row, verdict }];
    });
    await writeVerdicts(
      transaction,
      judged.map(({ verdict }) => verdict),
    );
    await insertEvents(
      transaction,
      judged.map(({ row, verdict }) => toJudgedEvent(row, verdict)),
    );
    return ids.length;
  });
}

async function takeUnjudged(transaction: Transaction): Promise<string[]> {
  const rows = await transaction.query<{ dossier_id: string }>(
    `DELETE FROM sla.unjudged WHERE dossier_id IN (SELECT dossier_id FROM sla.unjudged LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) RETURNING dossier_id`,
  );
  return rows.map((row) => row.dossier_id);
}
