import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the dossier log has been read, which dossiers an import left overdue, and when a digest named them. */
export class ImportsAndProgress1764460000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notification.imported_breach, notification.log_reading');
    await runner.query('ALTER TABLE notification.dossier DROP COLUMN from_import');
  }
}

const statements = [
  `CREATE TABLE notification.log_reading (
     partition      integer     PRIMARY KEY,
     recorded_up_to timestamptz NOT NULL
   )`,
  `COMMENT ON TABLE notification.log_reading IS 'Everything recorded before this moment (of the server''s own time) has been read on the partition.'`,
  'ALTER TABLE notification.dossier ADD COLUMN from_import boolean NOT NULL DEFAULT false',
  `COMMENT ON COLUMN notification.dossier.from_import IS 'Its newest event came by an import session.'`,
  `CREATE TABLE notification.imported_breach (
     dossier_id  uuid    PRIMARY KEY,
     from_import boolean NOT NULL,
     named_on    date
   )`,
  `COMMENT ON TABLE notification.imported_breach IS 'Imported dossiers that are overdue; from_import: they were when they came, so a digest names them once and no alert tells of them.'`,
];
