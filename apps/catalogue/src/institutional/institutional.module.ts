import type { Relay } from '@motcua/outbox';
import { POOL, RELAY } from '@motcua/service';
import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { InstitutionalController } from './institutional.controller.ts';
import { InstitutionalService } from './institutional.service.ts';

/** Figures that institutions enter, with their documents. */
@Module({
  controllers: [InstitutionalController],
  providers: [
    {
      provide: InstitutionalService,
      inject: [POOL, RELAY],
      useFactory: (pool: Pool, relay: Relay) =>
        new InstitutionalService(pool, () => {
          relay.wake();
        }),
    },
  ],
})
export class InstitutionalModule {}
