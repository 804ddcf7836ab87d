import type { MigrationInterface, QueryRunner } from 'typeorm';
import { schema } from '../config.ts';

/**
 * `account`: who can sign in. `oidc_record`: what the provider remembers, found by the hash of its id and sealed, for an id is as good
 * as the token. `attempt`: failures by whose name was typed and from where, both as keyed hashes. `pending_logout`: which of a client's sessions
 * have ended without its knowing yet.
 */
export class CreateIdentity1766000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE ${schema}.account (
      id text PRIMARY KEY COLLATE "C",
      display_name text NOT NULL,
      state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'disabled')),
      posts jsonb NOT NULL,
      password_hash text NOT NULL,
      password_must_change boolean NOT NULL,
      second_factor_required boolean NOT NULL,
      totp_secret bytea,
      totp_key_id text,
      totp_confirmed_at timestamptz,
      totp_last_step bigint,
      version int NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL DEFAULT now(),
      last_sign_in_at timestamptz
    )`);
    await runner.query(`CREATE TABLE ${schema}.recovery_code (
      account_id text NOT NULL REFERENCES ${schema}.account ON DELETE CASCADE,
      hash bytea NOT NULL,
      used_at timestamptz,
      PRIMARY KEY (account_id, hash)
    )`);
    await runner.query(`CREATE TABLE ${schema}.oidc_record (
      kind text NOT NULL,
      id text NOT NULL,
      payload bytea NOT NULL,
      key_id text NOT NULL,
      account_id text COLLATE "C",
      grant_id text,
      uid text,
      user_code text,
      consumed_at timestamptz,
      expires_at timestamptz,
      PRIMARY KEY (kind, id)
    )`);
    for (const [name, columns] of [
      ['account', '(account_id) WHERE account_id IS NOT NULL'],
      ['grant', '(grant_id) WHERE grant_id IS NOT NULL'],
      ['uid', '(uid) WHERE uid IS NOT NULL'],
      ['user_code', '(user_code) WHERE user_code IS NOT NULL'],
      ['expiry', '(expires_at)'],
    ]) {
      await runner.query(`CREATE INDEX oidc_record_${name} ON ${schema}.oidc_record ${columns}`);
    }
    await runner.query(`CREATE TABLE ${schema}.attempt (
      subject bytea NOT NULL,
      place bytea NOT NULL,
      failures int NOT NULL DEFAULT 0,
      blocked_until timestamptz NOT NULL DEFAULT '-infinity',
      failed_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (subject, place)
    )`);
    await runner.query(`CREATE INDEX attempt_age ON ${schema}.attempt (failed_at)`);
    await runner.query(`CREATE TABLE ${schema}.pending_logout (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      client_id text NOT NULL,
      account_id text NOT NULL,
      session_id text NOT NULL,
      attempts int NOT NULL DEFAULT 0,
      created_at timestamptz NOT NULL DEFAULT now(),
      due_at timestamptz NOT NULL DEFAULT now()
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['pending_logout', 'attempt', 'oidc_record', 'recovery_code', 'account']) {
      await runner.query(`DROP TABLE ${schema}.${table}`);
    }
  }
}
