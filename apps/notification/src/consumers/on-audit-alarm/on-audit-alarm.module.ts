import { Module } from '@nestjs/common';
import { AuditAlarmConsumer } from './audit-alarm.consumer.ts';

/** What audit logs raise an alarm about becomes notices. */
@Module({ controllers: [AuditAlarmConsumer] })
export class OnAuditAlarmModule {}
