import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A question about a dossier whose applicant has been sent enough messages relies on the last of them (`message_of`); `holds_long`: that
 * message's digits are more, and hold until another may be sent. Codes are not counted by the office and day any more: `range_hash` goes
 * with the next release, for the one before still writes it.
 */
export class ShareLookUpMessages1768100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE look_up_question ADD message_of uuid, ADD holds_long boolean NOT NULL DEFAULT false, ALTER range_hash DROP NOT NULL',
    );
    await runner.query('DROP INDEX look_up_question_range');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM look_up_question WHERE range_hash IS NULL OR message_of IS NOT NULL');
    await runner.query('ALTER TABLE look_up_question DROP message_of, DROP holds_long, ALTER range_hash SET NOT NULL');
    await runner.query('CREATE INDEX look_up_question_range ON look_up_question (range_hash, asked_at)');
  }
}
