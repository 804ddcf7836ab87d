import type { ApplicantChanges } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';

type Change = ApplicantChanges['changes'][number];

export interface NewChange {
  readonly dossierIds: readonly string[];
  readonly kind: Change['kind'];
  readonly ground: Change['ground'];
  readonly fields: readonly string[];
  /** Null: the term was over. */
  readonly madeBy: string | null;
  readonly madeAt: string;
}

/** Who writes changes does so one after the other, so that positions become visible in their order and who reads on misses none. */
const lock = "SELECT pg_advisory_xact_lock(hashtextextended('applicant changes', 0))";

/** To be written last: others wait for the end of the transaction. */
export async function insertChanges(
  transaction: Transaction,
  { dossierIds, kind, ground, fields, madeBy, madeAt }: NewChange,
): Promise<void> {
  await transaction.query(lock);
  await transaction.execute(
    `INSERT INTO applicant_change (dossier_id, kind, ground, fields, made_by, made_at)
     SELECT id, $2, $3, $4::text[], $5, $6 FROM unnest($1::uuid[]) AS id`,
    [dossierIds, kind, ground, fields, madeBy, madeAt],
  );
}

/** What came about after a position, in its order. */
export async function listChanges(transaction: Transaction, after: string, limit: number): Promise<Change[]> {
  const rows = await transaction.query<Change & Record<string, unknown>>(
    `SELECT position::text, dossier_id AS "dossierId", kind, ground FROM applicant_change
     WHERE position > $1::bigint ORDER BY position LIMIT $2`,
    [after, limit],
  );
  return rows.map(({ position, dossierId, kind, ground }) => ({ position, dossierId, kind, ground }));
}
