import type { Relay } from '@motcua/outbox';
import { CONFIG, NOW, POOL, RELAY } from '@motcua/service';
import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { ApplicantCipher } from '../applicants/applicant-cipher.ts';
import type { Config } from '../config.ts';
import { ReasonStore } from '../applicants/reason.store.ts';
import { ImportSessions } from './import-sessions/import-sessions.ts';
import { ImportSessionsModule } from './import-sessions/import-sessions.module.ts';
import { ReferenceData } from '../reference/reference-data.ts';
import { EventIntake } from './event-intake.ts';
import { toEventLimits } from './event-limits.ts';
import { EventsController } from './events.controller.ts';
import { createUploadSemaphore } from './upload-semaphore.ts';

/** Events of legacy systems. */
@Module({
  imports: [ImportSessionsModule],
  controllers: [EventsController],
  providers: [
    {
      provide: EventIntake,
      inject: [CONFIG, POOL, ReferenceData, ReasonStore, ApplicantCipher, NOW, RELAY, ImportSessions],
      useFactory: (
        config: Config,
        pool: Pool,
        data: ReferenceData,
        reasons: ReasonStore,
        cipher: ApplicantCipher,
        now: () => number,
        relay: Relay,
        sessions: ImportSessions,
      ) =>
        new EventIntake({
          pool,
          data,
          reasons,
          conceal: (source, text) => cipher.concealOfficer(source, text),
          now,
          onAppended: () => {
            relay.wake();
          },
          sessions,
          limits: toEventLimits(config),
          uploads: createUploadSemaphore(config),
        }),
    },
  ],
})
export class EventsModule {}
