import type { StoredFilesVerification } from '@motcua/contracts';
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { toTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { isInUse } from '../files/storage/content-names.ts';
import { ContentDamaged } from '@motcua/postgres/sealing';
import { ContentMissing, type ContentStore, type StoredContent } from '../files/storage/content-store.ts';

/** Longer than an upload takes from keeping its content to its row. */
const UPLOAD_TAKES_MS = 3_600_000;

/** Contents that no file names and that no upload can be about to name. */
export async function findOrphans(pool: Pool, store: ContentStore, now: number): Promise<StoredContent[]> {
  const orphans: StoredContent[] = [];
  for await (const content of store.list()) {
    if (now - content.storedAt < UPLOAD_TAKES_MS) continue;
    if (!(await isInUse(toTransaction(pool), content))) orphans.push(content);
  }
  return orphans;
}

/** Every file has its content, each content opens and is what it was, and none is left that belongs to no file. Reads all of them. */
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
      if (error instanceof ContentMissing) missing.push(sha256);
      else if (error instanceof ContentDamaged) damaged.push(sha256);
      else throw error;
    }
  }
  const orphans = await findOrphans(pool, store, now);
  return { files: rows.length, missing, damaged, orphaned: orphans.map(({ sha256 }) => sha256) };
}
