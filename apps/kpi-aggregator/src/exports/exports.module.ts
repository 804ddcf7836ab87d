import { Module } from '@nestjs/common';
import { BoardModule } from '../board/board.module.ts';
import { ExportsController } from './exports.controller.ts';
import { ReportFileStore } from './report-files/report-file.store.ts';
import { ReportFilesController } from './report-files/report-files.controller.ts';

/** Figures and the lists behind them as files. */
@Module({
  imports: [BoardModule],
  controllers: [ExportsController, ReportFilesController],
  providers: [ReportFileStore],
  exports: [ReportFileStore],
})
export class ExportsModule {}
