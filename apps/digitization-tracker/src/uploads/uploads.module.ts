import { LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { CONFIG, POOL } from '@motcua/service';
import { Module, type DynamicModule } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import { DocumentsModule } from '../documents/documents.module.ts';
import { createClamdScanner } from '../files/examination/clamd-scanner.ts';
import { eicarScanner } from '../files/examination/eicar-scanner.ts';
import { FileExaminer } from '../files/examination/file-examiner.ts';
import { SCANNER } from '../files/examination/virus-scanner.ts';
import { HousekeepingLoop } from './housekeeping.loop.ts';
import { SealingLoop } from './sealing.loop.ts';
import { STORE, type ContentStore } from '../files/storage/content-store.ts';
import { ClearContents } from '../files/storage/seal-clear-contents.ts';
import { Staging } from '../files/storage/staging.ts';
import { Semaphore } from './semaphore.ts';
import { UploadService, UploadParts } from './upload.service.ts';
import { UploadsController } from './uploads.controller.ts';

/** Each holds a file of up to 50 MB in memory, a few times over. */
const EXAMINED_AT_ONCE = 2;

/** Files come in: staged, examined, kept. */
@Module({})
export class UploadsModule {
  /** @param execArgv of the threads that examine */
  static forRoot(execArgv: string[] | undefined): DynamicModule {
    return {
      module: UploadsModule,
      imports: [DocumentsModule],
      controllers: [UploadsController],
      providers: [
        { provide: Staging, inject: [CONFIG], useFactory: ({ STAGING_DIR }: Config) => new Staging(STAGING_DIR) },
        { provide: Semaphore, useValue: new Semaphore(EXAMINED_AT_ONCE) },
        {
          provide: SCANNER,
          inject: [CONFIG],
          useFactory: ({ CLAMD }: Config) => (CLAMD === undefined ? eicarScanner : createClamdScanner(CLAMD)),
        },
        {
          provide: FileExaminer,
          inject: [CONFIG],
          useFactory: ({ SIGNATURE_TRUST_DIR: trustDir }: Config) =>
            new FileExaminer({ trustDir, threads: EXAMINED_AT_ONCE, ...(execArgv === undefined ? {} : { execArgv }) }),
        },
        {
          provide: ClearContents,
          inject: [POOL, STORE, Staging, LOGGER],
          useFactory: (pool: Pool, store: ContentStore, staging: Staging, logger: Logger) =>
            new ClearContents({ pool, store, staging, logger }),
        },
        UploadParts,
        UploadService,
        HousekeepingLoop,
        SealingLoop,
      ],
    };
  }
}
