import type { Transaction } from '@motcua/postgres';

const lockAll = {
  name: 'dossier.lock-all',
  // Sorted by key, so that two batches cannot wait for each other.
  text: 'SELECT pg_advisory_xact_lock(k) FROM (SELECT DISTINCT hashtextextended(id, 0) AS k FROM unnest($1::text[]) AS id ORDER BY k) AS keys',
};

/**
 * Takes the dossiers for this transaction. It must be the transaction's first statement: an advisory lock, unlike a row lock, gives
 * the transaction no id while it waits, so that of two writers of one dossier the later has the higher id. The relay reads in the
 * order of ids; with row locks, versions of one dossier could go out in the wrong order.
 */
export async function lockDossiers(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction.query(lockAll, [ids]);
}
