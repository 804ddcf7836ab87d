import { Module } from '@nestjs/common';
import { BoardModule } from '../board/board.module.ts';
import { ExportsController } from './exports.controller.ts';

/** Figures and the lists behind them as files. */
@Module({ imports: [BoardModule], controllers: [ExportsController] })
export class ExportsModule {}
