import { Module } from '@nestjs/common';
import { BoardModule } from '../board.module.ts';
import { DossiersController } from './dossiers.controller.ts';

/** The dossiers behind a figure. */
@Module({ imports: [BoardModule], controllers: [DossiersController] })
export class DossiersModule {}
