import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The clock of a promise that was given with an apology for being late. */
export class AddPromiseClock1767200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TYPE sla.clock_name ADD VALUE IF NOT EXISTS 'promise'`);
  }

  async down(): Promise<void> {
    // A value of a type cannot be taken away; nothing names it any more.
  }
}
