import { idempotencyTable } from '@motcua/http';
import { consumerOffsetTables, deadLetterTables } from '@motcua/kafka';
import { outboxTables } from '@motcua/outbox';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { documentTables, eventViews } from './document-tables.ts';

/** The documents of dossiers, their files, what was checked and erased, the event table with its relay, offsets, parked events. */
export class CreateDigitization1764806400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const name = 'digitization';
    const shared = [outboxTables(name), idempotencyTable(name), consumerOffsetTables(name), deadLetterTables(name)];
    for (const statement of [documentTables, ...shared, eventViews]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA digitization CASCADE');
  }
}
