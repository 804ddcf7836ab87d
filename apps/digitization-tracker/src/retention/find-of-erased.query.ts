import type { Transaction } from '@motcua/postgres';
import type { Expired } from './find-expired.query.ts';

/** What an applicant handed in, and scans of it that were rejected: kept for nobody any more. Locked, as it is going to be erased. */
export function findOfErased(transaction: Transaction, dossierId: string, now: Date): Promise<Expired[]> {
  return transaction.query<Expired & Record<string, unknown>>(
    `SELECT id AS "fileId", dossier_id AS "dossierId", part, part_code AS "partCode", sha256, bytes::float8 AS bytes,
       held_by AS "heldBy", 'erasure-request' AS purpose, $2::timestamptz AS "keptUntil"
     FROM digitization.file WHERE dossier_id = $1 AND erased_at IS NULL AND (part = 'component' OR removed_at IS NOT NULL)
     ORDER BY id FOR UPDATE`,
    [dossierId, now],
  );
}
