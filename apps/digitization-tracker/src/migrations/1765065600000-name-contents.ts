import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Under which name a content lies, sealed, and which key wraps its own. One without a row lies in clear, as all did before. */
export class NameContents1765065600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE digitization.content');
  }
}

const statements = [
  `CREATE TABLE digitization.content (
     sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
     name text NOT NULL UNIQUE CHECK (name ~ '^[0-9a-f]{64}$'),
     key_id text NOT NULL,
     named_at timestamptz NOT NULL DEFAULT now()
   )`,
  `COMMENT ON COLUMN digitization.content.name IS 'In the store; stays when the key that made it is replaced.'`,
  `COMMENT ON COLUMN digitization.content.key_id IS 'Of FILE_KEYS, as the wrapped key beside the content was last seen.'`,
];
