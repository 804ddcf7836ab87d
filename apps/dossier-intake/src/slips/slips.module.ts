import { Module } from '@nestjs/common';
import { DossiersModule } from '../dossiers/dossiers.module.ts';
import { SlipsController } from './slips.controller.ts';
import { Slips } from './slips.ts';

/** Slips of the steps of a dossier. */
@Module({ imports: [DossiersModule], controllers: [SlipsController], providers: [Slips] })
export class SlipsModule {}
