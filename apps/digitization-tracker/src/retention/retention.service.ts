import type { Actor } from '@motcua/auth';
import type { RetentionRequest, RetentionRun } from '@motcua/contracts';
import { inTransaction, type Transaction } from '@motcua/postgres';
import { NOW, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { RETENTION_TERMS, type RetentionTerms } from '../documents/retention-terms.ts';
import { type ContentStore, STORE } from '../files/storage/content-store.ts';
import { eraseContent } from './erase-content.ts';
import { findExpired, forgettable, type Expired } from './find-expired.query.ts';
import { recordRun } from './record-run.ts';

/** Erases what has served its purpose (law 91/2025/QH15: keep only as long as needed), and keeps a record of it. */
@Injectable()
export class RetentionService {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(STORE) private readonly store: ContentStore,
    @Inject(RETENTION_TERMS) private readonly terms: RetentionTerms,
    @Inject(NOW) private readonly now: () => number = Date.now,
  ) {}

  run(actor: Actor, { dryRun, limit }: RetentionRequest): Promise<RetentionRun> {
    return dryRun ? this.#dryRun(limit) : this.#erase(actor, limit);
  }

  async #dryRun(limit: number): Promise<RetentionRun> {
    const now = this.now();
    const { files, refs, kept } = await inTransaction(
      this.pool,
      async (transaction) => {
        const found = await findExpired(transaction, this.terms, { now, limit: limit + 1, lock: false });
        const [counted] = await transaction.query<{ count: number }>(
          `SELECT count(*)::int AS count FROM digitization.dossier d WHERE ${forgettable}`,
          [this.terms.component, new Date(now)],
        );
        return { files: found, refs: counted?.count ?? 0, kept: await listStillNamed(transaction, found.slice(0, limit)) };
      },
      { isolation: 'repeatable read', readOnly: true },
    );
    const shown = files.slice(0, limit).map((file) => toLine(file, file.sha256 === null || !kept.has(file.sha256)));
    return { runId: null, dryRun: true, at: toIso(now), files: shown, applicantRefs: refs, more: files.length > limit };
  }

  /** The record and the rows first, the contents after: a crash between leaves contents that housekeeping finds. */
  async #erase(actor: Actor, limit: number): Promise<RetentionRun> {
    const now = this.now();
    const runId = randomUUID();
    const { files, refs } = await inTransaction(this.pool, async (transaction) => {
      const found = await findExpired(transaction, this.terms, { now, limit, lock: true });
      await transaction.execute('UPDATE digitization.file SET erased_at = $2, held_href = NULL WHERE id = ANY ($1::uuid[])', [
        found.map(({ fileId }) => fileId),
        new Date(now),
      ]);
      const forgotten = await transaction.execute(
        `UPDATE digitization.dossier d SET applicant_ref = NULL, applicant_other_refs = NULL WHERE ${forgettable}`,
        [this.terms.component, new Date(now)],
      );
      await recordRun(transaction, { runId, by: actor.sub, now, files: found, refs: forgotten });
      return { files: found, refs: forgotten };
    });
    const gone = new Map<string, boolean>();
    for (const { sha256 } of files) {
      if (sha256 !== null && !gone.has(sha256)) gone.set(sha256, await eraseContent(this.pool, this.store, sha256));
    }
    const lines = files.map((file) => toLine(file, file.sha256 === null || (gone.get(file.sha256) ?? false)));
    return { runId, dryRun: false, at: toIso(now), files: lines, applicantRefs: refs, more: files.length === limit };
  }
}

const toIso = (at: number): string => new Date(at).toISOString();

const toLine = (
  { fileId, dossierId, part, partCode, sha256, bytes, heldBy, purpose, keptUntil }: Expired,
  contentErased: boolean,
): RetentionRun['files'][number] => ({
  fileId,
  dossierId,
  part,
  partCode,
  sha256,
  bytes,
  heldBy,
  purpose,
  contentErased,
  keptUntil: keptUntil.toISOString(),
});

/** Contents that files outside of the list name too. */
async function listStillNamed(transaction: Transaction, files: readonly Expired[]): Promise<Set<string>> {
  const rows = await transaction.query<{ sha256: string }>(
    `SELECT DISTINCT sha256 FROM digitization.file
     WHERE erased_at IS NULL AND sha256 = ANY ($1::text[]) AND NOT (id = ANY ($2::uuid[]))`,
    [files.map(({ sha256 }) => sha256), files.map(({ fileId }) => fileId)],
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}
