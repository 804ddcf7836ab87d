import { ColumnCipher } from '@motcua/postgres';
import { CONFIG, POOL } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import { createProvider } from './create-provider.ts';
import { LogoutNotices } from './logout-notices.ts';
import { SweepRecords } from './sweep-records.ts';
import { OIDC_PROVIDER } from './tokens.ts';

@Global()
@Module({
  providers: [
    {
      provide: OIDC_PROVIDER,
      inject: [CONFIG, POOL, ColumnCipher],
      useFactory: (config: Config, pool: Pool, cipher: ColumnCipher) => createProvider(config, pool, cipher),
    },
    LogoutNotices,
    SweepRecords,
  ],
  exports: [OIDC_PROVIDER, LogoutNotices],
})
export class ProviderModule {}
