import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a dossier and its clocks were before its latest event, for as long as that is the latest: it may be taken back. */
export class KeepUndoPoints1766300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sla.dossier ADD COLUMN undo jsonb');
    await runner.query(`COMMENT ON COLUMN sla.dossier.undo IS 'Before its latest event, where that can be taken back.'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sla.dossier DROP COLUMN undo');
  }
}
