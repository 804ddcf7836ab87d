import { LOGGER } from '@motcua/http';
import type { LocalDays } from '@motcua/indicators';
import type { Logger } from '@motcua/observability';
import { CONFIG } from '@motcua/service';
import { Module } from '@nestjs/common';
import type { Config } from '../../config.ts';
import { LOCAL_DAYS } from '../../time/local-days.ts';
import { BoardModule } from '../board.module.ts';
import { BoardService } from '../board.service.ts';
import { LiveHub, toLiveLimits } from './live-hub.ts';
import { LiveController } from './live.controller.ts';
import { UpdateListener } from './update-listener.ts';

/** Boards that follow. */
@Module({
  imports: [BoardModule],
  controllers: [LiveController],
  providers: [
    {
      provide: LiveHub,
      inject: [BoardService, LOCAL_DAYS, CONFIG, LOGGER],
      useFactory: (boards: BoardService, days: LocalDays, config: Config, logger: Logger) =>
        new LiveHub(boards, days, toLiveLimits(config), (err) => {
          logger.warn({ err }, 'a live board could not be read and is tried again');
        }),
    },
    UpdateListener,
  ],
})
export class LiveModule {}
