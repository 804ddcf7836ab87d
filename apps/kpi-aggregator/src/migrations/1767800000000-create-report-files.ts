import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which files were written here: whoever holds one later can have it checked. Kept for good, a line a file and no person in it. */
export class CreateReportFiles1767800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE kpi.report_file (
        hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
        name text NOT NULL,
        unit text NOT NULL,
        period daterange NOT NULL,
        as_of timestamptz NOT NULL,
        written_at timestamptz NOT NULL
      )`);
    await runner.query(
      `COMMENT ON TABLE kpi.report_file IS 'Hash of each file that was taken out, and what it is of. Never changed, never deleted.'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE kpi.report_file');
  }
}

/** `afterwards` of the migration: the service's role may add files, and nothing else. */
export const reportFileGrants = ['REVOKE UPDATE, DELETE, TRUNCATE ON kpi.report_file FROM motcua_kpi'];
