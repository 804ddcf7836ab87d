import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A fee may be taken down that is paid when the result is fetched; of what was taken down before, nothing is said: it was paid. */
export class NoteWhetherFeesArePaid1767600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE desk_entry ADD COLUMN fee_paid boolean');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE desk_entry DROP COLUMN fee_paid');
  }
}
