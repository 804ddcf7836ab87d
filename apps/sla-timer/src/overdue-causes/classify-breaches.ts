import { inTransaction, readClock, type Transaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { insertEvents } from '../outbox/sla-events.ts';
import { readDossiers } from '../dossiers/dossier.store.ts';
import { lockToFire } from '../outbox/order-locks.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import { classify } from './classify.ts';
import { toNextCause } from './next-cause.ts';
import { toOverdueJudgedEvent } from './to-overdue-judged-event.ts';
import { readCauses, writeCauses } from './cause.store.ts';

const BATCH = 500;

/**
 * Judges dossiers whose breach has fired, a bounded batch: the statement that fires knows no rules, so it leaves their ids.
 *
 * @returns how many were looked at
 */
export async function classifyBreaches(pool: Pool, data: ReferenceData): Promise<number> {
  const { rows: waiting } = await pool.query('SELECT FROM sla.unjudged LIMIT 1');
  if (waiting.length === 0) return 0;
  return inTransaction(pool, async (transaction) => {
    await transaction.query(lockToFire);
    const ids = await takeUnclassified(transaction);
    const now = await readClock(transaction, 'sla');
    const dossiers = await readDossiers(transaction, ids);
    const overdueCauses = await readCauses(transaction, ids);
    const classified = [...dossiers.values()].flatMap((row) => {
      const found = classify(data, { row, now, wasShown: true });
      const overdueCause = toNextCause(row, overdueCauses.get(row.dossierId), found, now);
      return overdueCause === undefined ? [] : [{ row, overdueCause }];
    });
    await writeCauses(
      transaction,
      classified.map(({ overdueCause }) => overdueCause),
    );
    await insertEvents(
      transaction,
      classified.map(({ row, overdueCause }) => toOverdueJudgedEvent(row, overdueCause)),
    );
    return ids.length;
  });
}

async function takeUnclassified(transaction: Transaction): Promise<string[]> {
  const rows = await transaction.query<{ dossier_id: string }>(
    `DELETE FROM sla.unjudged WHERE dossier_id IN (SELECT dossier_id FROM sla.unjudged LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) RETURNING dossier_id`,
  );
  return rows.map((row) => row.dossier_id);
}
