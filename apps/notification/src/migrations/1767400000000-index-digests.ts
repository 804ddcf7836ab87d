import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice that goes is looked for among the digests: without an index each one reads those of all staff and years. */
export class IndexDigests1767400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX digest_of_notice ON notification.digest (notice_id) WHERE notice_id IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX notification.digest_of_notice');
  }
}
