import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is taken down with a step of a dossier, sealed as reasons are, and how often the slip of a step was printed. */
export class CreateSlipTables1766300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE step_entry (
      dossier_id uuid NOT NULL,
      version integer NOT NULL,
      key_id text NOT NULL,
      words bytea NOT NULL,
      PRIMARY KEY (dossier_id, version)
    )`);
    await runner.query(`CREATE TABLE slip_print (
      dossier_id uuid NOT NULL,
      version integer NOT NULL,
      prints integer NOT NULL,
      PRIMARY KEY (dossier_id, version)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE step_entry, slip_print');
  }
}
