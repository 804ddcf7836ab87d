import { Module } from '@nestjs/common';
import { BoardController } from './board.controller.ts';
import { BoardService } from './board.service.ts';
import { FreshnessReader } from './freshness.ts';

/** Figures, with their names and how fresh they are. */
@Module({ controllers: [BoardController], providers: [FreshnessReader, BoardService], exports: [BoardService, FreshnessReader] })
export class BoardModule {}
