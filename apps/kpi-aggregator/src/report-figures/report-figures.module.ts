import { Module } from '@nestjs/common';
import { BoardModule } from '../board/board.module.ts';
import { ReportBoardController } from './report-board.controller.ts';
import { ReportBoardService } from './report-board.service.ts';
import { ReportFigureReader } from './report-figure-reader.ts';

/** Figures that no dossier tells: satisfaction, and what is entered with documents. */
@Module({
  imports: [BoardModule],
  controllers: [ReportBoardController],
  providers: [ReportFigureReader, ReportBoardService],
  exports: [ReportFigureReader],
})
export class ReportFiguresModule {}
