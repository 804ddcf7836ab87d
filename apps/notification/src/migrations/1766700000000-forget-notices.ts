import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Up to when notices may have been deleted: what was said before is told to nobody, however often it is read again. */
export class ForgetNotices1766700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE notification.forgotten (
      only_row boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
      before   timestamptz NOT NULL
    )`);
    await runner.query(
      `COMMENT ON TABLE notification.forgotten IS 'Notices made before this moment may be gone, and with them the proof that somebody was told.'`,
    );
    await runner.query(`INSERT INTO notification.forgotten (before) VALUES ('-infinity')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notification.forgotten');
  }
}
