import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The history of one dossier is read by its id. */
export class IndexHistories1765040000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX event_dossier ON digitization.event (dossier_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX digitization.event_dossier');
  }
}
