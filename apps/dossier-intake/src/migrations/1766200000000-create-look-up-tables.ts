import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Links by which applicants follow a dossier, and what was asked by typed code. A question has the same row whether there is such a
 * dossier or not; neither the code that was typed nor the address it came from stands in it in clear.
 */
export class CreateLookUpTables1766200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE look_up_token, look_up_question');
  }
}

const statements = [
  `CREATE TABLE look_up_token (
     token_hash bytea PRIMARY KEY,
     dossier_id uuid NOT NULL,
     nonce bytea NOT NULL,
     made_with text NOT NULL,
     made_at timestamptz NOT NULL,
     expires_at timestamptz
   )`,
  'CREATE INDEX look_up_token_dossier ON look_up_token (dossier_id)',
  'CREATE INDEX look_up_token_expiry ON look_up_token (expires_at) WHERE expires_at IS NOT NULL',
  `CREATE TABLE look_up_question (
     id uuid PRIMARY KEY,
     dossier_id uuid,
     language text NOT NULL,
     code_hash bytea NOT NULL,
     range_hash bytea NOT NULL,
     address_hash bytea NOT NULL,
     proof bytea NOT NULL,
     tries smallint NOT NULL DEFAULT 0,
     sending text NOT NULL DEFAULT 'due',
     sends smallint NOT NULL DEFAULT 0,
     send_after timestamptz NOT NULL,
     asked_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL,
     used_at timestamptz
   )`,
  'CREATE INDEX look_up_question_code ON look_up_question (code_hash, asked_at)',
  'CREATE INDEX look_up_question_range ON look_up_question (range_hash, asked_at)',
  'CREATE INDEX look_up_question_address ON look_up_question (address_hash, asked_at)',
  'CREATE INDEX look_up_question_asked ON look_up_question (asked_at)',
  `CREATE INDEX look_up_question_due ON look_up_question (send_after) WHERE sending = 'due'`,
];
