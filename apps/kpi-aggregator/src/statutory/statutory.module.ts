import { Module } from '@nestjs/common';
import { BoardModule } from '../board/board.module.ts';
import { ExportsModule } from '../exports/exports.module.ts';
import { HandedOverService } from './handovers/handed-over.service.ts';
import { Ii06Controller } from './ii06/ii06.controller.ts';
import { Ii06Service } from './ii06/ii06.service.ts';

/** What law asks every office to report. */
@Module({
  imports: [BoardModule, ExportsModule],
  controllers: [Ii06Controller],
  providers: [Ii06Service, HandedOverService],
})
export class StatutoryModule {}
