import type { ApplicantChanges } from '@motcua/contracts';
import { LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { inTransaction, whileHoldingLock, type Transaction } from '@motcua/postgres';
import { BackgroundLoops, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { ApplicantRefs } from '../documents/applicants/applicant-refs.ts';
import { type ContentStore, STORE } from '../files/storage/content-store.ts';
import { eraseContent } from './erase-content.ts';
import { findOfErased } from './find-of-erased.query.ts';
import { recordRun } from './record-run.ts';

type Change = ApplicantChanges['changes'][number];

const REST_MS = 30_000;
const FOLLOWED_BY = 'applicant-erasure';

/**
 * Takes what dossier-intake says of applicants: of one who was corrected, whose the dossier is has to be asked anew; of one who was erased
 * it is forgotten, and on request the papers that they handed in go too. Results are the authority's own documents and stay for their term,
 * and after the term of an applicant files have terms of their own.
 */
@Injectable()
export class ApplicantChangesConsumer {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(STORE) private readonly store: ContentStore,
    private readonly applicants: ApplicantRefs,
    @Inject(LOGGER) private readonly logger: Logger,
    loops: BackgroundLoops,
  ) {
    const turn = async (): Promise<number> => {
      await this.follow().catch((err: unknown) => {
        this.logger.warn({ err }, 'corrections and erasures of applicants were not followed to the end; it is tried again');
      });
      return REST_MS;
    };
    loops.add({ name: 'applicant changes', turn });
  }

  /** Up to the newest. One instance at a time; what another one is at is left to it. @throws where intake does not answer */
  async follow(): Promise<void> {
    await whileHoldingLock(this.pool, 'digitization applicant changes', async ({ database, lost }) => {
      let [read] = await database.query<{ position: string }>('SELECT position::text FROM digitization.applicant_changes_read');
      while (read !== undefined && !lost.aborted) {
        const changes = await this.applicants.listChanges(read.position);
        const last = changes.at(-1);
        if (last === undefined) return;
        for (const change of changes) await this.#take(change);
        read = last;
      }
    });
  }

  /** The rows and the place first, the contents after: a crash between leaves contents that housekeeping finds. */
  async #take({ position, dossierId, kind, ground }: Change): Promise<void> {
    const isRequested = kind === 'erased' && ground !== 'term-over';
    const contents = await inTransaction(this.pool, async (transaction) => {
      const refs = await forgetRefs(transaction, dossierId, kind);
      const erased = isRequested ? await eraseFiles(transaction, dossierId, refs) : [];
      await transaction.execute('UPDATE digitization.applicant_changes_read SET position = $1', [position]);
      return erased;
    });
    for (const sha256 of new Set(contents)) await eraseContent(this.pool, this.store, sha256);
    if (isRequested) this.logger.info({ dossierId, files: contents.length }, 'erased files on request of the applicant');
  }
}

/** Of a corrected one it is asked anew when somebody needs it; of an erased one it is known that nobody is known. */
const forgetRefs = (transaction: Transaction, dossierId: string, kind: Change['kind']): Promise<number> =>
  transaction.execute(
    `UPDATE digitization.dossier SET applicant_ref = NULL, applicant_other_refs = NULL, applicant_key = NULL,
       applicant_asked_at = CASE WHEN $2 = 'erased' THEN now() END WHERE dossier_id = $1`,
    [dossierId, kind],
  );

/** @returns the hashes of their contents */
async function eraseFiles(transaction: Transaction, dossierId: string, refs: number): Promise<string[]> {
  const now = Date.now();
  const files = await findOfErased(transaction, dossierId, new Date(now));
  await transaction.execute('UPDATE digitization.file SET erased_at = $2, held_href = NULL WHERE id = ANY ($1::uuid[])', [
    files.map(({ fileId }) => fileId),
    new Date(now),
  ]);
  await recordRun(transaction, { runId: randomUUID(), by: FOLLOWED_BY, now, files, refs });
  return files.flatMap(({ sha256 }) => sha256 ?? []);
}
