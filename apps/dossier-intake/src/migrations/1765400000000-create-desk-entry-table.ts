import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a counter takes down beside the applicant: words of its own are sealed in one text, codes and numbers can be counted. */
export class CreateDeskEntryTable1765400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE desk_entry (
      dossier_id uuid PRIMARY KEY,
      applicant_kind text,
      components jsonb,
      result_way text,
      fee_amount bigint,
      key_id text NOT NULL,
      words bytea NOT NULL
    )`);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE desk_entry');
  }
}
