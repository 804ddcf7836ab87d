import { ColumnCipher } from '@motcua/postgres';
import { CONFIG, createKeysController, EncryptedTables, POOL, TableRotation } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Config } from '../config.ts';

const variable = 'REASON_KEYS';

const KeysController = createKeysController({
  path: 'v1/reason-keys',
  rotation: TableRotation,
  summaries: {
    count: 'Which keys of reasons in words are in use, and for how many rows',
    rotate: 'Write anew, with the active key, rows that older keys wrote: a few seconds of it',
  },
});

/** The keys of what heads say in words: the cipher for who writes it, and their rotation for operators. */
@Global()
@Module({
  controllers: [KeysController],
  providers: [
    {
      provide: ColumnCipher,
      inject: [CONFIG],
      useFactory: ({ REASON_KEYS }: Config) => new ColumnCipher(REASON_KEYS, variable),
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
