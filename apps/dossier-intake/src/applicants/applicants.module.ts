import { CONFIG, createKeysController, EncryptedTables, POOL, TableRotation } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import { ApplicantCipher } from './applicant-cipher.ts';
import { ApplicantStore, toApplicantTable } from './applicant.store.ts';
import { ReasonStore, reasonTable } from './reason.store.ts';

const KeysController = createKeysController({
  path: 'v1/applicant-keys',
  rotation: TableRotation,
  summaries: {
    count: 'Which keys of applicants’ data are in use, and for how many rows',
    rotate: 'Write anew, with the active keys, rows that older keys wrote: a few seconds of it',
  },
});

/** Applicants and what is said of them in words: encrypted, known here alone; and their keys. */
@Global()
@Module({
  controllers: [KeysController],
  providers: [
    {
      provide: ApplicantCipher,
      inject: [CONFIG],
      useFactory: ({ APPLICANT_KEYS, APPLICANT_HASH_KEY }: Config) => new ApplicantCipher(APPLICANT_KEYS, APPLICANT_HASH_KEY),
    },
    ApplicantStore,
    ReasonStore,
    {
      provide: TableRotation,
      inject: [POOL, ApplicantCipher, EncryptedTables],
      useFactory: (pool: Pool, cipher: ApplicantCipher, tables: EncryptedTables) =>
        new TableRotation({ pool, cipher, variable: 'APPLICANT_KEYS', keyIds: cipher.keyIds, tables }),
    },
  ],
  exports: [ApplicantCipher, ApplicantStore, ReasonStore],
})
export class ApplicantsModule {
  constructor(cipher: ApplicantCipher, applicants: ApplicantStore, encrypted: EncryptedTables) {
    encrypted.add(toApplicantTable(cipher, applicants));
    encrypted.add(reasonTable);
  }
}
