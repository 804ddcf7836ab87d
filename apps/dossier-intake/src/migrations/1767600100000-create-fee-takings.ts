import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was taken, a row each time: sums of a day are of rows that nobody has to unseal; the number of the receipt is words, and sealed. */
export class CreateFeeTakings1767600100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE desk_entry ADD COLUMN fee_way text');
    await runner.query(`CREATE TABLE fee_taking (
      dossier_id uuid NOT NULL,
      version integer NOT NULL,
      unit text NOT NULL,
      path text[] NOT NULL,
      day date NOT NULL,
      procedure text NOT NULL,
      officer text,
      way text NOT NULL,
      amount bigint NOT NULL,
      taken_at timestamptz NOT NULL,
      recorded_at timestamptz NOT NULL,
      receipt_key_id text,
      receipt_number bytea,
      is_cancelled boolean NOT NULL DEFAULT false,
      PRIMARY KEY (dossier_id, version)
    )`);
    await runner.query('CREATE INDEX fee_taking_day ON fee_taking (day, unit)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE fee_taking');
    await runner.query('ALTER TABLE desk_entry DROP COLUMN fee_way');
  }
}
