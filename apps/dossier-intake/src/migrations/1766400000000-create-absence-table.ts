import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is absent and who stands in. An absence that was ended early stays, with the moment of that. */
export class CreateAbsenceTable1766400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE absence (
      id uuid PRIMARY KEY,
      staff text NOT NULL,
      unit text NOT NULL,
      first_day date NOT NULL,
      last_day date NOT NULL,
      substitute text NOT NULL,
      made_by text NOT NULL,
      made_at timestamptz NOT NULL,
      ended_at timestamptz
    )`);
    await runner.query('CREATE INDEX absence_last_day ON absence (last_day) WHERE ended_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE absence');
  }
}
