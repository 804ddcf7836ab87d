import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reasons in words, encrypted. `verdict.reason_text` is written no more; `motcua privacy scrub` moves what an earlier version left there. */
export class EncryptVerdictReasons1765000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE sla.verdict_reason (
      dossier_id uuid NOT NULL,
      judgement integer NOT NULL,
      key_id text NOT NULL,
      text bytea NOT NULL,
      PRIMARY KEY (dossier_id, judgement)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sla.verdict_reason');
  }
}
