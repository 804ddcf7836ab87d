import { schemaOf } from '@motcua/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Frozen: whatever changes comes in a migration behind it. Answers are text, so that a repeated answer equals the first to the letter. */
export const idempotencyTable = (schema: string): string => `
  CREATE TABLE IF NOT EXISTS ${schema}.idempotency_key (
    actor text NOT NULL,
    key text NOT NULL,
    request_hash text NOT NULL,
    status smallint NOT NULL,
    headers text NOT NULL,
    body text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (actor, key)
  );
  CREATE INDEX IF NOT EXISTS idempotency_key_created_at ON ${schema}.idempotency_key (created_at)`;

/** Answers to idempotency keys. Services that had the table before are left as they are. */
export class CreateIdempotencyTable1760000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(idempotencyTable(schemaOf(runner)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${schemaOf(runner)}.idempotency_key`);
  }
}
