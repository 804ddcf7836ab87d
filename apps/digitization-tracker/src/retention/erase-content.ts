import { inTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { lockContent } from '../outbox/order-locks.ts';
import { findName, forgetName, isInUse } from '../files/storage/content-names.ts';
import type { ContentStore } from '../files/storage/content-store.ts';

/**
 * Erases a content that no file names any more, and its key. The lock keeps an upload of the very content from counting on it meanwhile.
 * Answers whether it is gone; false: another file still has it.
 *
 * @param only what lies under one name (null: in clear), where the content is in use under another
 */
export const eraseContent = (pool: Pool, store: ContentStore, sha256: string, only?: string | null): Promise<boolean> =>
  inTransaction(
    pool,
    async (transaction) => {
      await transaction.query(lockContent, [sha256]);
      if (await isInUse(transaction, { sha256, ...(only === undefined ? {} : { name: only }) })) return false;
      const name = only === undefined ? await findName(transaction, sha256) : only;
      await store.erase(sha256, name);
      if (only === undefined && name !== undefined) await store.erase(sha256, null);
      await forgetName(transaction, sha256, only);
      return true;
    },
    { timeoutMs: 60_000 },
  );
