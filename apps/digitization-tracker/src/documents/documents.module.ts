import { CONFIG } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import { BacklogController } from './backlog/backlog.controller.ts';
import type { Config } from '../config.ts';
import { RETENTION_TERMS, toRetentionTerms } from './retention-terms.ts';
import { DocumentService } from './document.service.ts';
import { DocumentsController } from './documents.controller.ts';
import { DocumentsParts, DocumentsService } from './documents.service.ts';
import { FileReuse, ReuseParts } from './file-reuse.ts';

/** The documents of a dossier. */
@Global()
@Module({
  controllers: [DocumentsController, BacklogController],
  providers: [
    { provide: RETENTION_TERMS, inject: [CONFIG], useFactory: (config: Config) => toRetentionTerms(config) },
    ...[DocumentService, DocumentsParts, DocumentsService, ReuseParts, FileReuse],
  ],
  exports: [RETENTION_TERMS, DocumentService],
})
export class DocumentsModule {}
