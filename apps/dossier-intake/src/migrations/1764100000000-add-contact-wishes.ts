import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddContactWishes1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE applicant ADD COLUMN language text, ADD COLUMN zalo_consent boolean');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE applicant DROP COLUMN language, DROP COLUMN zalo_consent');
  }
}
