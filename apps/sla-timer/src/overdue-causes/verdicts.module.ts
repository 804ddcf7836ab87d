import { Module } from '@nestjs/common';
import { JudgingLoop } from './judging.loop.ts';
import { CauseReasonStore } from './cause-reason.store.ts';
import { OverdueCausesController } from './overdue-causes.controller.ts';

/** Why dossiers were overdue. */
@Module({ controllers: [OverdueCausesController], providers: [JudgingLoop, CauseReasonStore], exports: [JudgingLoop] })
export class VerdictsModule {}
