import type { Transaction } from '@motcua/postgres';
import type { Expired } from './find-expired.query.ts';

/** What a run erased, and who had it run. */
export interface RunRecord {
  readonly runId: string;
  readonly by: string;
  readonly now: number;
  readonly files: readonly Expired[];
  /** References to applicants that were forgotten. */
  readonly refs: number;
}

/** The proof that remains. */
export async function recordRun(transaction: Transaction, { runId, by, now, files, refs }: RunRecord): Promise<void> {
  await transaction.execute(
    'INSERT INTO digitization.retention_run (id, run_by, run_at, files, applicant_refs) VALUES ($1, $2, $3, $4, $5)',
    [runId, by, new Date(now), files.length, refs],
  );
  await transaction.execute(
    `INSERT INTO digitization.erasure (run_id, file_id, dossier_id, part, part_code, sha256, bytes, held_by, purpose, kept_until, erased_at)
     SELECT $1, * , $2::timestamptz FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::text[], $10::text[], $11::timestamptz[])`,
    [
      runId,
      new Date(now),
      files.map(({ fileId }) => fileId),
      files.map(({ dossierId }) => dossierId),
      files.map(({ part }) => part),
      files.map(({ partCode }) => partCode),
      files.map(({ sha256 }) => sha256),
      files.map(({ bytes }) => bytes),
      files.map(({ heldBy }) => heldBy),
      files.map(({ purpose }) => purpose),
      files.map(({ keptUntil }) => keptUntil),
    ],
  );
}
