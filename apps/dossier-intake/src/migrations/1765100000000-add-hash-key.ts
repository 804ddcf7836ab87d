import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which key made the hashes of a row. What was hashed before there were several is of the first. */
export class AddHashKey1765100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE applicant ADD COLUMN hash_key_id text NOT NULL DEFAULT 'h1'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE applicant DROP COLUMN hash_key_id');
  }
}
