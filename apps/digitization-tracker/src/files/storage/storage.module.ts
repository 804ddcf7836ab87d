import { CONFIG, POOL } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Config } from '../../config.ts';
import { STORE } from './content-store.ts';
import { StoredNames } from './content-names.ts';
import { createStore } from './create-store.ts';
import { StoreLifecycle } from './store-lifecycle.ts';

/** Where contents are kept. */
@Global()
@Module({
  providers: [
    {
      provide: STORE,
      inject: [CONFIG, POOL],
      useFactory: (config: Config, pool: Pool) => createStore(config, new StoredNames(pool)),
    },
    StoreLifecycle,
  ],
  exports: [STORE],
})
export class StorageModule {}
