import { whileHoldingLock } from '@motcua/postgres';
import type { Pool } from 'pg';
import { toContentLock } from '../outbox/order-locks.ts';
import { findName, forgetName, isInUse } from '../files/storage/content-names.ts';
import type { ContentStore } from '../files/storage/content-store.ts';

/** Sooner than the lock can go without anybody's being told. */
const ERASED_WITHIN_MS = 15_000;
/** An upload holds the lock for some milliseconds. */
const LOCK_WAIT_MS = 5_000;

/**
 * Erases a content that no file names any more, and its key. The lock keeps an upload of the very content from counting on it meanwhile,
 * for as long as the store takes: a transaction would end before a slow store does, and the erasure would meet what was uploaded since.
 * Answers whether it is gone; false: another file still has it, or is just being given it.
 *
 * @param only what lies under one name (null: in clear), where the content is in use under another
 * @throws where the store has not erased it in time, or the lock was lost; some of it may be gone, and housekeeping tries again
 */
export async function eraseContent(pool: Pool, store: ContentStore, sha256: string, only?: string | null): Promise<boolean> {
  const isErased = await whileHoldingLock(
    pool,
    toContentLock(sha256),
    async ({ database, lost }) => {
      if (await isInUse(database, { sha256, ...(only === undefined ? {} : { name: only }) })) return false;
      const signal = AbortSignal.any([lost, AbortSignal.timeout(ERASED_WITHIN_MS)]);
      const name = only === undefined ? await findName(database, sha256) : only;
      await store.erase(sha256, name, signal);
      if (only === undefined && name !== undefined) await store.erase(sha256, null, signal);
      await forgetName(database, sha256, only);
      return true;
    },
    { waitMs: LOCK_WAIT_MS },
  );
  return isErased === true;
}
