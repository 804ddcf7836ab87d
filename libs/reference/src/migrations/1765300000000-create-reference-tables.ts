import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was read of the catalogue, so that a service starts without Kafka. In the schema that is migrated. */
export class CreateReferenceTables1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE reference_entry (
      kind text NOT NULL,
      code text NOT NULL COLLATE "C",
      version integer NOT NULL,
      recorded_at timestamptz NOT NULL,
      body text NOT NULL,
      PRIMARY KEY (kind, code)
    )`);
    await runner.query(`COMMENT ON TABLE reference_entry IS 'The newest event of each entry of the catalogue that was read.'`);
    await runner.query('CREATE TABLE reference_topic (kind text PRIMARY KEY, read_at timestamptz NOT NULL)');
    await runner.query(`COMMENT ON TABLE reference_topic IS 'Kinds whose topic has been read to its end once.'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reference_topic, reference_entry');
  }
}
