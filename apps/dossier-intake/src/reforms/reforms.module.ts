import type { Relay } from '@motcua/outbox';
import { BackgroundLoops, NOW, POOL, RELAY } from '@motcua/service';
import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { ReferenceData } from '../reference/reference-data.ts';
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
      inject: [POOL, ReferenceData, NOW, RELAY, BackgroundLoops],
      useFactory: (pool: Pool, data: ReferenceData, now: () => number, relay: Relay, loops: BackgroundLoops) => {
        const onAppended = (): void => {
          relay.wake();
        };
        return new ReformLoop({ pool, data, now, onAppended }, loops);
      },
    },
  ],
})
export class ReformsModule {}
