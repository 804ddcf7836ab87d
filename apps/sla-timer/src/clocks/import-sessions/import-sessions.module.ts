import { Module } from '@nestjs/common';
import { SessionClocksController } from './session-clocks.controller.ts';

/** Clocks of histories that are loaded. */
@Module({ controllers: [SessionClocksController] })
export class ImportSessionsModule {}
