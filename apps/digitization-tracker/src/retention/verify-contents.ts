import type { StoredFilesVerification } from '@motcua/contracts';
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { ContentMissing, type ContentStore } from '../storage/content-store.ts';

/** Longer than an upload takes from keeping its content to its row. */
const UPLOAD_TAKES_MS = 3_600_000;

/** Contents that no file names and that no upload can be about to name. */
export async function findOrphans(pool: Pool, store: ContentStore, now: number): Promise<string[]> {
  const orphans: string[] = [];
  for await (const { sha256, storedAt } of store.list()) {
    if (now - storedAt < UPLOAD_TAKES_MS) continue;
    const { rowCount } = await pool.query('SELECT FROM digitization.file WHERE sha256 = $1 AND erased_at IS NULL LIMIT 1', [
      sha256,
    ]);
    if (rowCount === 0) orphans.push(sha256);
  }
  return orphans;
}

/** Every file has its content, each content is what it was, and none is left that belongs to no file. Reads all of them. */
export async function verifyContents(pool: Pool, store: ContentStore, now: number): Promise<StoredFilesVerification> {
  const { rows } = await pool.query<{ sha256: string }>(
    // What an archive keeps has no content here.
    'SELECT DISTINCT sha256 FROM digitization.file WHERE erased_at IS NULL AND held_by IS NULL ORDER BY sha256',
  );
  const missing: string[] = [];
  const damaged: string[] = [];
  for (const { sha256 } of rows) {
    try {
      const hash = createHash('sha256');
      await pipeline(await store.open(sha256), hash);
      if (hash.digest('hex') !== sha256) damaged.push(sha256);
    } catch (error) {
      if (!(error instanceof ContentMissing)) throw error;
      missing.push(sha256);
    }
  }
  return { files: rows.length, missing, damaged, orphaned: await findOrphans(pool, store, now) };
}
