import type { LocalDays } from '@motcua/indicators';
import { POOL } from '@motcua/service';
import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { DossiersController } from '../dossiers/dossiers.controller.ts';
import { NameDirectory } from '../names/name-directory.ts';
import { LOCAL_DAYS, PROJECTED } from '../tokens.ts';
import type { Log } from '../verify/await-applied.ts';
import { BoardController } from './board.controller.ts';
import { BoardService } from './board.service.ts';
import { FreshnessReader } from './freshness.ts';

/** Figures, and the dossiers behind them. */
@Module({
  controllers: [BoardController, DossiersController],
  providers: [
    {
      provide: FreshnessReader,
      inject: [POOL, PROJECTED],
      useFactory: (pool: Pool, { client, topics }: Log) => new FreshnessReader(pool, client, topics),
    },
    {
      provide: BoardService,
      inject: [POOL, NameDirectory, FreshnessReader, LOCAL_DAYS],
      useFactory: (pool: Pool, names: NameDirectory, freshness: FreshnessReader, days: LocalDays) =>
        new BoardService(pool, names, freshness, days),
    },
  ],
  exports: [BoardService],
})
export class BoardModule {}
