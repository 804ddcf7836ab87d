import { HealthChecks, LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import type { Relay } from '@motcua/outbox';
import { BackgroundLoops, NOW, POOL, RELAY } from '@motcua/service';
import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { ReferenceData } from '../reference/reference-data.ts';
import { ReformFailures } from './reform-failures.ts';
import { ReformLoop } from './reform.loop.ts';
import { ReformsController } from './reforms.controller.ts';
import { Reforms } from './reforms.ts';

/** A reorganisation of units moves the dossiers that are not over. */
@Module({
  controllers: [ReformsController],
  providers: [
    Reforms,
    {
      provide: ReformLoop,
      inject: [POOL, ReferenceData, NOW, RELAY, BackgroundLoops, HealthChecks, LOGGER],
      useFactory: (
        pool: Pool,
        data: ReferenceData,
        now: () => number,
        relay: Relay,
        loops: BackgroundLoops,
        health: HealthChecks,
        logger: Logger,
      ) => {
        const onAppended = (): void => {
          relay.wake();
        };
        return new ReformLoop({ pool, data, now, onAppended, failures: new ReformFailures(logger) }, loops, health);
      },
    },
  ],
})
export class ReformsModule {}
