import type { MigrationInterface, QueryRunner } from 'typeorm';
import { documentTables, eventViews } from './document-tables.ts';

/** The documents of dossiers, their files, what was checked and erased, the event table. */
export class CreateDigitization1764806400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [documentTables, eventViews]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA digitization CASCADE');
  }
}
