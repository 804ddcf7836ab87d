import { createServiceSigner } from '@motcua/auth';
import { LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { CONFIG } from '@motcua/service';
import { Module } from '@nestjs/common';
import { BoardModule } from '../board/board.module.ts';
import { service, type Config } from '../config.ts';
import { EvidenceController } from './evidence/evidence.controller.ts';
import { EvidenceService } from './evidence/evidence.service.ts';
import { ReportController } from './report.controller.ts';
import { ReportService } from './report.service.ts';
import { createHttpSources } from './sources/http-sources.ts';
import { SOURCES } from './sources/source.ts';

/** What a supervising delegation asks for. */
@Module({
  imports: [BoardModule],
  controllers: [ReportController, EvidenceController],
  providers: [
    {
      provide: SOURCES,
      inject: [CONFIG, LOGGER],
      useFactory: ({ SERVICE_KEY: keyFile, CATALOGUE_URL: catalogueUrl, INTAKE_URL: intakeUrl }: Config, logger: Logger) => {
        const sign = keyFile === undefined ? undefined : createServiceSigner({ keyFile, service });
        return createHttpSources({ catalogueUrl, intakeUrl, sign, logger });
      },
    },
    ReportService,
    EvidenceService,
  ],
  exports: [ReportService],
})
export class ReportModule {}
