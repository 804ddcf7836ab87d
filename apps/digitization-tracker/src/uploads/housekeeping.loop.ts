import { LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { BackgroundLoops, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { eraseContent } from '../retention/erase-content.ts';
import { findOrphans } from '../retention/verify-contents.ts';
import { type ContentStore, STORE } from '../files/storage/content-store.ts';
import { Staging } from '../files/storage/staging.ts';

const REST_MS = 3_600_000;
/** No write takes that long. */
const LEFT_BEHIND_MS = 3_600_000;

/** What uploads leave behind that ended in the middle. */
@Injectable()
export class HousekeepingLoop {
  constructor(
    @Inject(POOL) pool: Pool,
    @Inject(STORE) store: ContentStore,
    @Inject(LOGGER) logger: Logger,
    staging: Staging,
    loops: BackgroundLoops,
  ) {
    const turn = async (): Promise<number> => {
      const staged = await staging.sweep();
      const orphans = await findOrphans(pool, store, Date.now());
      for (const orphan of orphans) await eraseContent(pool, store, orphan.sha256, orphan.name);
      await store.sweep(Date.now() - LEFT_BEHIND_MS);
      if (staged + orphans.length > 0)
        logger.info({ staged, orphans: orphans.length }, 'swept up after uploads that did not end');
      return REST_MS;
    };
    loops.add({ name: 'housekeeping', turn });
  }
}
