import { idempotencyTable } from '@motcua/http';
import { consumerOffsetTables, deadLetterTables } from '@motcua/kafka';
import { outboxTables } from '@motcua/outbox';
import { databaseClock } from '@motcua/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clockTables } from './clock-tables.ts';
import { eventTables, eventViews } from './event-tables.ts';
import { escalationFunctions } from './escalation-functions.ts';

/** Clocks and what they belong to, verdicts, the event table with its relay, offsets and parked events. */
export class CreateClocks1764201600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const own = [databaseClock('sla'), escalationFunctions, clockTables, eventTables];
    const shared = [outboxTables('sla'), idempotencyTable('sla'), consumerOffsetTables('sla'), deadLetterTables('sla')];
    for (const statement of [...own, ...shared, eventViews]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA sla CASCADE');
  }
}
