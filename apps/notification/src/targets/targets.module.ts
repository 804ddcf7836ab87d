import type { ServiceSigner } from '@motcua/auth';
import { LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { CONFIG, POOL } from '@motcua/service';
import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import { SendTold } from '../notices/send-told.ts';
import { NotificationPlanner } from '../notices/notification-planner.ts';
import { UnitDirectory } from '../organisation/unit-directory.ts';
import { SERVICE_SIGNER } from '../tokens.ts';
import { createKpiFigures } from './kpi-figures.ts';
import { TargetWakeUps } from './target-wake-ups.ts';
import { TargetWatch } from './target-watch.ts';
import { TargetsController } from './targets.controller.ts';

/** Figures that fall below what was aimed at. */
@Module({
  controllers: [TargetsController],
  providers: [
    {
      provide: TargetWatch,
      inject: [CONFIG, POOL, UnitDirectory, NotificationPlanner, SERVICE_SIGNER, SendTold, LOGGER],
      useFactory: (
        { KPI_URL: url }: Config,
        pool: Pool,
        directory: UnitDirectory,
        planner: NotificationPlanner,
        sign: ServiceSigner,
        sending: SendTold,
        logger: Logger,
      ) =>
        new TargetWatch({
          pool,
          directory,
          planner,
          figures: createKpiFigures({ url, tokens: sign({ audience: 'kpi-aggregator', scopes: ['board:read'] }) }),
          onPlanned: (planned) => {
            sending.send(planned);
          },
          onError: (err) => {
            logger.warn({ err }, 'a target could not be compared with its figure and is tried again');
          },
        }),
    },
    TargetWakeUps,
  ],
})
export class TargetsModule {}
