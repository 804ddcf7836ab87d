import type { Transaction } from '@motcua/postgres';
import { keptUntilSql, purposeOf, toSqlTerms, type RetentionTerms } from '../documents/retention-terms.ts';

/** A file whose purpose has ended. */
export interface Expired {
  readonly fileId: string;
  readonly dossierId: string;
  readonly part: 'component' | 'result';
  readonly partCode: string;
  /** Null: an archive keeps it. */
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly heldBy: string | null;
  readonly purpose: string;
  readonly keptUntil: Date;
}

type Row = Omit<Expired, 'purpose'> & { readonly removedAt: Date | null } & Record<string, unknown>;

/** Longest past first; `lock` where they are going to be erased, so that two runs share the work and do not do it twice. */
export async function findExpired(
  transaction: Transaction,
  terms: RetentionTerms,
  { now, limit, lock }: { readonly now: number; readonly limit: number; readonly lock: boolean },
): Promise<Expired[]> {
  const rows = await transaction.query<Row>(
    `SELECT f.id AS "fileId", f.dossier_id AS "dossierId", f.part, f.part_code AS "partCode", f.sha256, f.bytes::float8 AS bytes,
       f.held_by AS "heldBy", f.removed_at AS "removedAt", ${keptUntilSql} AS "keptUntil"
     FROM digitization.file f JOIN digitization.dossier d USING (dossier_id)
     WHERE f.erased_at IS NULL AND ${keptUntilSql} <= $4
     ORDER BY "keptUntil", f.id LIMIT $5 ${lock ? 'FOR UPDATE OF f SKIP LOCKED' : ''}`,
    [...toSqlTerms(terms), new Date(now), limit],
  );
  return rows.map(({ removedAt, ...file }) => ({ ...file, purpose: purposeOf({ part: file.part, removedAt }) }));
}

/** Dossiers that ended so long ago that whose they were has no purpose any more: no file of theirs is left to reuse. */
export const forgettable = `applicant_ref IS NOT NULL AND ended_at + $1::int * interval '24 hours' <= $2
  AND NOT EXISTS (SELECT FROM digitization.file f WHERE f.dossier_id = d.dossier_id AND f.erased_at IS NULL)`;
