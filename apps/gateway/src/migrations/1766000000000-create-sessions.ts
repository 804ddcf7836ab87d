import type { MigrationInterface, QueryRunner } from 'typeorm';
import { schema } from '../config.ts';

/**
 * A session's secret is nowhere: `id_hash` is its SHA-256. `sid` names it to people and services and opens nothing. What the provider gave
 * (refresh token, ID token) is sealed. `logout_token` remembers each until it would have expired, so that none works twice.
 */
export class CreateSessions1766000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE ${schema}.session (
      id_hash bytea PRIMARY KEY,
      sid uuid NOT NULL,
      provider text NOT NULL,
      provider_subject text NOT NULL,
      provider_sid text,
      person jsonb NOT NULL,
      post jsonb,
      sealed bytea NOT NULL,
      key_id text NOT NULL,
      started_at timestamptz NOT NULL,
      seen_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      refresh_at timestamptz NOT NULL,
      refreshed_at timestamptz NOT NULL
    )`);
    await runner.query(`CREATE INDEX session_subject ON ${schema}.session (provider, provider_subject)`);
    await runner.query(`CREATE INDEX session_ends ON ${schema}.session (ends_at)`);
    await runner.query(`CREATE TABLE ${schema}.logout_token (
      provider text NOT NULL,
      jti text NOT NULL,
      expires_at timestamptz NOT NULL,
      PRIMARY KEY (provider, jti)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['session', 'logout_token']) await runner.query(`DROP TABLE ${schema}.${table}`);
  }
}
