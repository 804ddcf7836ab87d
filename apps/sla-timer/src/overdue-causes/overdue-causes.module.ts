import { Module } from '@nestjs/common';
import { ClassificationLoop } from './classification.loop.ts';
import { CauseReasonStore } from './cause-reason.store.ts';
import { OverdueCausesController } from './overdue-causes.controller.ts';

/** Why dossiers were overdue. */
@Module({
  controllers: [OverdueCausesController],
  providers: [ClassificationLoop, CauseReasonStore],
  exports: [ClassificationLoop],
})
export class OverdueCausesModule {}
