import { schemaOf } from '@motcua/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Frozen: whatever changes comes in a migration behind it. `log_agreement`: for which cluster and timeline a relay has found that the log of a topic
 * holds nothing that the event table has not. `orphaned_record`: what the log holds all the same, and whether somebody has settled it. Consumers
 * read both.
 */
export const logComparisonTables = (schema: string): string => `
  CREATE TABLE IF NOT EXISTS ${schema}.log_agreement (
    topic text PRIMARY KEY,
    cluster text NOT NULL,
    agreed_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE IF NOT EXISTS ${schema}.orphaned_record (
    relay text NOT NULL,
    topic text NOT NULL,
    partition integer NOT NULL,
    "offset" bigint NOT NULL,
    digest text NOT NULL,
    key text,
    event_id text,
    type text,
    version integer,
    occurred_at text,
    recorded_at text,
    found_at timestamptz NOT NULL DEFAULT now(),
    settled_at timestamptz,
    PRIMARY KEY (topic, partition, "offset", digest)
  );
  COMMENT ON COLUMN ${schema}.orphaned_record.key IS 'Null: a control record, void with the events beside it.'`;

export class CreateLogComparison1767300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(logComparisonTables(schemaOf(runner)));
  }

  async down(runner: QueryRunner): Promise<void> {
    const schema = schemaOf(runner);
    await runner.query(`DROP TABLE ${schema}.log_agreement, ${schema}.orphaned_record`);
  }
}
