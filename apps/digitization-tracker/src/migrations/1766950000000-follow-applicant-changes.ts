import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far dossier-intake's corrections and erasures of applicants have been followed. */
export class FollowApplicantChanges1766950000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE digitization.applicant_changes_read (
      only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
      position bigint NOT NULL
    )`);
    await runner.query('INSERT INTO digitization.applicant_changes_read (position) VALUES (0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE digitization.applicant_changes_read');
  }
}
