import { CONFIG } from '@motcua/service';
import { Module } from '@nestjs/common';
import { BoardModule } from '../board/board.module.ts';
import type { Config } from '../config.ts';
import { ExportsModule } from '../exports/exports.module.ts';
import { ReportModule } from '../report/report.module.ts';
import { HandedOverService } from './handovers/handed-over.service.ts';
import { Ii06Controller } from './ii06/ii06.controller.ts';
import { Ii06Service } from './ii06/ii06.service.ts';
import { readScoreSets, SCORE_SETS } from './scores/read-score-sets.ts';
import { ScoresController } from './scores/scores.controller.ts';
import { ScoresService } from './scores/scores.service.ts';

/** What law asks every office to report. */
@Module({
  imports: [BoardModule, ExportsModule, ReportModule],
  controllers: [Ii06Controller, ScoresController],
  providers: [
    Ii06Service,
    HandedOverService,
    ScoresService,
    { provide: SCORE_SETS, inject: [CONFIG], useFactory: (config: Config) => readScoreSets(config.SCORE_SETS) },
  ],
})
export class StatutoryModule {}
