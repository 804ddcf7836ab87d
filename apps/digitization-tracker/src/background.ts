import { forgetOldAnswers } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { inTransaction } from '@motcua/postgres';
import { BackgroundLoop } from '@motcua/service';
import type { Pool } from 'pg';
import { eraseContent } from './retention/erase-content.ts';
import { findOrphans } from './retention/verify-contents.ts';
import type { ContentStore } from './storage/content-store.ts';
import { ClearContents } from './storage/seal-clear-contents.ts';
import type { Staging } from './uploads/staging.ts';

const REST_MS = 3_600_000;
/** No write takes that long. */
const LEFT_BEHIND_MS = 3_600_000;
/** Who repeats a request does so within two days. */
const ANSWERS_KEPT_HOURS = 48;

interface Housekeeping {
  readonly pool: Pool;
  readonly store: ContentStore;
  readonly staging: Staging;
  readonly logger: Logger;
}

/** What uploads leave behind that ended in the middle, and answers nobody asks for again. */
export const createHousekeeping = ({ pool, store, staging, logger }: Housekeeping): BackgroundLoop =>
  new BackgroundLoop({
    name: 'housekeeping',
    logger,
    turn: async () => {
      const staged = await staging.sweep();
      const orphans = await findOrphans(pool, store, Date.now());
      for (const orphan of orphans) await eraseContent(pool, store, orphan.sha256, orphan.name);
      await store.sweep(Date.now() - LEFT_BEHIND_MS);
      if (staged + orphans.length > 0)
        logger.info({ staged, orphans: orphans.length }, 'swept up after uploads that did not end');
      await inTransaction(pool, (transaction) => forgetOldAnswers(transaction, ANSWERS_KEPT_HOURS));
      return REST_MS;
    },
  });

/** Contents of an earlier version, which kept them in clear; an instance of it may still do so while this one is brought in. */
export function createSealing(parts: Housekeeping): BackgroundLoop {
  const contents = new ClearContents(parts);
  return new BackgroundLoop({
    name: 'sealing',
    logger: parts.logger,
    turn: async () => ((await contents.sealSome()) ? 0 : REST_MS),
  });
}
