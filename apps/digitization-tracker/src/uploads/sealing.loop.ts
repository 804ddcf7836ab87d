import { LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { BackgroundLoops, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { type ContentStore, STORE } from '../files/storage/content-store.ts';
import { ClearContents } from '../files/storage/seal-clear-contents.ts';
import { Staging } from '../files/storage/staging.ts';

const REST_MS = 3_600_000;

/** Contents of an earlier version, which kept them in clear; an instance of it may still do so while this one is brought in. */
@Injectable()
export class SealingLoop {
  constructor(
    @Inject(POOL) pool: Pool,
    @Inject(STORE) store: ContentStore,
    @Inject(LOGGER) logger: Logger,
    staging: Staging,
    loops: BackgroundLoops,
  ) {
    const contents = new ClearContents({ pool, store, staging, logger });
    loops.add({ name: 'sealing', turn: async () => ((await contents.sealSome()) ? 0 : REST_MS) });
  }
}
