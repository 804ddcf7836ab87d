import { Module } from '@nestjs/common';
import { SlaEventConsumer } from './sla-event.consumer.ts';

/** What clocks say becomes notices. */
@Module({ controllers: [SlaEventConsumer] })
export class OnSlaEventModule {}
