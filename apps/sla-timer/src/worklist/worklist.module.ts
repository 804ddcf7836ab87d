import { Module } from '@nestjs/common';
import { ClocksController } from './clocks.controller.ts';
import { Worklist } from './worklist.service.ts';

/** The lists that staff work from. */
@Module({ controllers: [ClocksController], providers: [Worklist] })
export class WorklistModule {}
