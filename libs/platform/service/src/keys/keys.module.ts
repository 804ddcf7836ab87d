import { ColumnCipher, type ColumnKeys } from '@motcua/postgres';
import { Module, type DynamicModule } from '@nestjs/common';
import type { Pool } from 'pg';
import { CONFIG, POOL } from '../tokens.ts';
import { EncryptedTables } from './encrypted-tables.ts';
import { createKeysController, type KeysControllerOptions } from './keys.controller.ts';
import { TableRotation } from './table-rotation.ts';

export interface CipherOptions<Config> extends Pick<KeysControllerOptions, 'path' | 'summaries'> {
  /** What the keys are configured by. */
  readonly variable: string;
  readonly toKeys: (config: Config) => ColumnKeys;
}

/** The keys of a service that seals its columns with one ring of them: the cipher for who writes, and the rotation for operators. */
@Module({})
export class KeysModule {
  static forCipher<Config>({ path, summaries, variable, toKeys }: CipherOptions<Config>): DynamicModule {
    return {
      module: KeysModule,
      global: true,
      controllers: [createKeysController({ path, rotation: TableRotation, summaries })],
      providers: [
        { provide: ColumnCipher, inject: [CONFIG], useFactory: (config: Config) => new ColumnCipher(toKeys(config), variable) },
        {
          provide: TableRotation,
          inject: [POOL, ColumnCipher, EncryptedTables],
          useFactory: (pool: Pool, cipher: ColumnCipher, tables: EncryptedTables) =>
            new TableRotation({ pool, cipher, variable, keyIds: cipher.keyIds, tables }),
        },
      ],
      exports: [ColumnCipher],
    };
  }
}
