import { Module } from '@nestjs/common';
import { BoardModule } from '../board/board.module.ts';
import { ReportFiguresModule } from '../report-figures/report-figures.module.ts';
import { EvidenceController } from './evidence/evidence.controller.ts';
import { EvidenceService } from './evidence/evidence.service.ts';
import { ReportController } from './report.controller.ts';
import { ReportService } from './report.service.ts';

/** What a supervising delegation asks for. */
@Module({
  imports: [BoardModule, ReportFiguresModule],
  controllers: [ReportController, EvidenceController],
  providers: [ReportService, EvidenceService],
  exports: [ReportService],
})
export class ReportModule {}
