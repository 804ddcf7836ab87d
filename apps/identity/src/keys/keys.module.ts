import { ColumnCipher } from '@motcua/postgres';
import { CONFIG, createKeysController, EncryptedTables, POOL, TableRotation } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Config } from '../config.ts';

const variable = 'IDENTITY_KEYS';

const KeysController = createKeysController({
  path: 'v1/identity-keys',
  rotation: TableRotation,
  summaries: {
    count: 'Which keys of second factors and sessions are in use, and for how many rows',
    rotate: 'Write anew, with the active key, rows that older keys wrote: a few seconds of it',
  },
});

/** The keys that seal second factors and what the provider remembers, and their rotation for operators. */
@Global()
@Module({
  controllers: [KeysController],
  providers: [
    {
      provide: ColumnCipher,
      inject: [CONFIG],
      useFactory: ({ IDENTITY_KEYS }: Config) => new ColumnCipher(IDENTITY_KEYS, variable),
    },
    {
      provide: TableRotation,
      inject: [POOL, ColumnCipher, EncryptedTables],
      useFactory: (pool: Pool, cipher: ColumnCipher, tables: EncryptedTables) =>
        new TableRotation({ pool, cipher, variable, keyIds: cipher.keyIds, tables }),
    },
  ],
  exports: [ColumnCipher],
})
export class KeysModule {}
