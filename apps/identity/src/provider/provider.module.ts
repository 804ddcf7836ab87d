import { LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { ColumnCipher } from '@motcua/postgres';
import { CONFIG, POOL } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import { deriveKeys } from '../keys/derive-key.ts';
import { createProvider } from './create-provider.ts';
import { LogoutNotices } from './logout-notices.ts';
import { ProgramSignIns } from './program-sign-ins.ts';
import { ProgramWatch } from './program-watch.ts';
import { ProgramAccounts } from './service-accounts.ts';
import { SweepRecords } from './sweep-records.ts';
import { OIDC_PROVIDER } from './tokens.ts';

@Global()
@Module({
  providers: [
    {
      provide: ProgramSignIns,
      inject: [CONFIG, POOL, LOGGER],
      useFactory: ({ SERVICE_ACCOUNTS: file, IDENTITY_KEYS: keys }: Config, pool: Pool, logger: Logger) => {
        const accounts = new ProgramAccounts(file, (err) => {
          logger.warn({ err }, 'SERVICE_ACCOUNTS cannot be read; the programs known so far go on');
        });
        return new ProgramSignIns(pool, accounts, deriveKeys(keys, 'programs'));
      },
    },
    {
      provide: OIDC_PROVIDER,
      inject: [CONFIG, POOL, ColumnCipher, ProgramSignIns, LOGGER],
      useFactory: (config: Config, pool: Pool, cipher: ColumnCipher, programs: ProgramSignIns, logger: Logger) => {
        const provider = createProvider(config, { pool, cipher, programs });
        // It answers with a page of its own and would say nothing to us.
        provider.on('server_error', (_ctx, err) => {
          logger.error({ err }, 'the provider could not answer');
        });
        return provider;
      },
    },
    LogoutNotices,
    ProgramWatch,
    SweepRecords,
  ],
  exports: [OIDC_PROVIDER, LogoutNotices],
})
export class ProviderModule {}
