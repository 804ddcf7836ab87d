import type { MigrationInterface, QueryRunner } from 'typeorm';
import { schema } from '../config.ts';

/** Access tokens that are refused before their end, until none of them can be good any more. `ended_at` is what replicas read on from. */
export class AddEndedAccess1768000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE ${schema}.ended_access (
      provider text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('session', 'subject')),
      id text NOT NULL,
      issued_until timestamptz,
      ended_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      expires_at timestamptz NOT NULL,
      PRIMARY KEY (provider, kind, id)
    )`);
    await runner.query(`CREATE INDEX ended_access_ended_at ON ${schema}.ended_access (ended_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${schema}.ended_access`);
  }
}
