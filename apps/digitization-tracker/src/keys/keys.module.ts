import { LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { CONFIG, createKeysController, POOL } from '@motcua/service';
import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { ApplicantRefs } from '../documents/applicants/applicant-refs.ts';
import type { Config } from '../config.ts';
import { type ContentStore, STORE } from '../files/storage/content-store.ts';
import { FileKeyRotation } from './file-key-rotation.ts';
import { ReferenceRefresh } from './reference-refresh.ts';

const KeysController = createKeysController({
  path: 'v1/file-keys',
  rotation: FileKeyRotation,
  summaries: {
    count: 'Which keys wrap those of contents, and of how many; how many contents lie in clear',
    rotate: 'Wrap anew, with the active key, what older keys wrapped: a few seconds of it',
  },
});

/** The keys of contents: their rotation, for operators. */
@Module({
  controllers: [KeysController],
  providers: [
    {
      provide: FileKeyRotation,
      inject: [CONFIG, POOL, STORE, ApplicantRefs, LOGGER],
      useFactory: ({ FILE_KEYS }: Config, pool: Pool, store: ContentStore, applicants: ApplicantRefs, logger: Logger) => {
        const references = new ReferenceRefresh(pool, applicants, logger);
        const { active: activeKeyId, keys } = FILE_KEYS;
        return new FileKeyRotation({ pool, store, logger, references, keyIds: Object.keys(keys), activeKeyId });
      },
    },
  ],
})
export class KeysModule {}
