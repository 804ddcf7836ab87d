import { LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import type { Relay } from '@motcua/outbox';
import { createPool } from '@motcua/postgres';
import { ReferenceReader } from '@motcua/reference';
import { CONFIG, NOW, RELAY } from '@motcua/service';
import { Module } from '@nestjs/common';
import { schema, service, type Config } from '../config.ts';
import { ReferenceData } from '../reference/reference-data.ts';
import { CalendarChangeController } from './calendar-change.controller.ts';
import { CalendarChangeWorker } from './calendar-change-worker.ts';
import { CalendarChanges } from './calendar-changes.ts';

/** A new version of a calendar dates the open dossiers anew that it touches. */
@Module({
  controllers: [CalendarChangeController],
  providers: [
    CalendarChanges,
    {
      provide: CalendarChangeWorker,
      inject: [CONFIG, ReferenceData, ReferenceReader, RELAY, LOGGER, NOW],
      useFactory: (
        { DATABASE_URL: url }: Config,
        data: ReferenceData,
        reference: ReferenceReader,
        relay: Relay,
        logger: Logger,
        now: () => number,
      ) => {
        const applicationName = `${service} calendar-change`;
        const onIdleError = (err: Error): void => {
          logger.warn({ err }, 'an idle database connection died');
        };
        const onAppended = (): void => {
          relay.wake();
        };
        const pool = createPool({ url, schema, poolSize: 2, applicationName, onIdleError });
        const worker = new CalendarChangeWorker({ pool, data, logger, now, onAppended });
        reference.onChange((kind) => {
          if (kind === undefined || kind === 'calendars') worker.wake();
        });
        return worker;
      },
    },
  ],
})
export class CalendarChangeModule {}
