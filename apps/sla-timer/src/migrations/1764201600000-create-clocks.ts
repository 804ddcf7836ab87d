import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clockTables } from './clock-tables.ts';
import { eventTables, eventViews } from './event-tables.ts';
import { escalationFunctions } from './escalation-functions.ts';

/** Clocks and what they belong to, verdicts, the event table. Relay, offsets and the like are their libraries' migrations, which come before. */
export class CreateClocks1764201600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [escalationFunctions, clockTables, eventTables, eventViews]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA sla CASCADE');
  }
}
