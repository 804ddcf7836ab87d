import { referenceKinds, type ReferenceKind } from '@motcua/contracts';
import type { Relay } from '@motcua/outbox';
import { POOL, RELAY } from '@motcua/service';
import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { createReferenceController } from './reference.controller.ts';
import { ReferenceService } from './reference.service.ts';

const kinds = Object.keys(referenceKinds) as ReferenceKind[]; // the keys of a constant

/** Units, procedures, calendars, rule sets, staff and reasons. */
@Module({
  controllers: kinds.map(createReferenceController),
  providers: [
    {
      provide: ReferenceService,
      inject: [POOL, RELAY],
      useFactory: (pool: Pool, relay: Relay) =>
        new ReferenceService(pool, () => {
          relay.wake();
        }),
    },
  ],
})
export class ReferenceModule {}
