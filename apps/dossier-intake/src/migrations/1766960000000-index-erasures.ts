import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was erased from a moment on is asked for behind a restore, when years of terms may be in the table. */
export class IndexErasures1766960000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX applicant_erasure_done ON applicant_erasure (decided_at, dossier_id) WHERE state = 'erased'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX applicant_erasure_done');
  }
}
