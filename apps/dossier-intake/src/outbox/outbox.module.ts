import { Module } from '@nestjs/common';
import { EventLogController } from './event-log.controller.ts';
import { EventLog } from './event-log.ts';

/** How far the log goes. */
@Module({ controllers: [EventLogController], providers: [EventLog] })
export class OutboxModule {}
