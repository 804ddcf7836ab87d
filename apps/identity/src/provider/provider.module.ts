import { LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
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
      inject: [CONFIG, POOL, ColumnCipher, LOGGER],
      useFactory: (config: Config, pool: Pool, cipher: ColumnCipher, logger: Logger) => {
        const provider = createProvider(config, { pool, cipher, logger });
        // It answers with a page of its own and would say nothing to us.
        provider.on('server_error', (_ctx, err) => {
          logger.error({ err }, 'the provider could not answer');
        });
        return provider;
      },
    },
    LogoutNotices,
    SweepRecords,
  ],
  exports: [OIDC_PROVIDER, LogoutNotices],
})
export class ProviderModule {}
