import type { Relay } from '@motcua/outbox';
import { CONFIG, RELAY } from '@motcua/service';
import { Module } from '@nestjs/common';
import { getRepositoryToken, TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from '../../config.ts';
import { ReferenceData } from '../../reference/reference-data.ts';
import { ImportSessionEntity } from './import-session.entity.ts';
import type { ImportSessionRepository } from './import-session.store.ts';
import { ImportSessions } from './import-sessions.ts';
import { ImportSessionsController } from './import-sessions.controller.ts';
import { SilenceLoop } from './silence.loop.ts';

/** Histories that are being loaded. */
@Module({
  imports: [TypeOrmModule.forFeature([ImportSessionEntity])],
  controllers: [ImportSessionsController],
  providers: [
    {
      provide: ImportSessions,
      inject: [CONFIG, getRepositoryToken(ImportSessionEntity), ReferenceData, RELAY],
      useFactory: (
        { IMPORT_SESSION_SILENCE_MINUTES: silenceMinutes }: Config,
        sessions: ImportSessionRepository,
        data: ReferenceData,
        relay: Relay,
      ) =>
        new ImportSessions({
          sessions,
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
