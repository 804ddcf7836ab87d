import type { Relay } from '@motcua/outbox';
import { CONFIG, POOL, RELAY } from '@motcua/service';
import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Config } from '../../config.ts';
import { ReferenceData } from '../../reference/reference-data.ts';
import { ImportSessions } from './import-sessions.ts';
import { ImportSessionsController } from './import-sessions.controller.ts';
import { SilenceLoop } from './silence.loop.ts';

/** Histories that are being loaded. */
@Module({
  controllers: [ImportSessionsController],
  providers: [
    {
      provide: ImportSessions,
      inject: [CONFIG, POOL, ReferenceData, RELAY],
      useFactory: ({ IMPORT_SESSION_SILENCE_MINUTES: silenceMinutes }: Config, pool: Pool, data: ReferenceData, relay: Relay) =>
        new ImportSessions({
          pool,
          knowsUnit: (code) => data.findHistory('units', code) !== undefined,
          silenceMinutes,
          onAppended: () => {
            relay.wake();
          },
        }),
    },
    SilenceLoop,
  ],
  exports: [ImportSessions],
})
export class ImportSessionsModule {}
