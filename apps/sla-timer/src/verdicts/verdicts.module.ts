import { Module } from '@nestjs/common';
import { JudgingLoop } from './judging.loop.ts';
import { VerdictReasonStore } from './verdict-reason.store.ts';
import { VerdictsController } from './verdicts.controller.ts';

/** Why dossiers were overdue. */
@Module({ controllers: [VerdictsController], providers: [JudgingLoop, VerdictReasonStore], exports: [JudgingLoop] })
export class VerdictsModule {}
