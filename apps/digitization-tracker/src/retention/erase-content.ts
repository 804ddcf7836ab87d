import { inTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { lockContent } from '../database/order-locks.ts';
import type { ContentStore } from '../storage/content-store.ts';

/**
 * Erases a content that no file names any more. The lock keeps an upload of the very content from counting on it meanwhile. Answers
 * whether it is gone; false: another file still has it.
 */
export const eraseContent = (pool: Pool, store: ContentStore, sha256: string): Promise<boolean> =>
  inTransaction(
    pool,
    async (transaction) => {
      await transaction.query(lockContent, [sha256]);
      const named = await transaction.execute('SELECT FROM digitization.file WHERE sha256 = $1 AND erased_at IS NULL LIMIT 1', [
        sha256,
      ]);
      if (named > 0) return false;
      await store.erase(sha256);
      return true;
    },
    { timeoutMs: 60_000 },
  );
