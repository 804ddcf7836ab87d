import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How a rating came in. Of those there are, the log tells which were imported; by which link the others came nobody knows any more.
 * `rating_token` keeps who made a link at a counter: used or not, and never the link itself.
 */
export class RecordRatingWays1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rating_token');
    await runner.query('ALTER TABLE rating DROP COLUMN via, DROP COLUMN counter_officer, DROP COLUMN counter_unit');
  }
}

const statements = [
  `ALTER TABLE rating ADD COLUMN via text NOT NULL DEFAULT 'unknown' CHECK (via IN ('notice', 'counter', 'import', 'unknown')),
     ADD COLUMN counter_officer text, ADD COLUMN counter_unit text`,
  `UPDATE rating SET via = 'import' FROM rating_event
     WHERE rating_event.dossier_id = rating.dossier_id AND (rating_event.body::jsonb #>> '{data,imported}')::boolean`,
  `CREATE TABLE rating_token (
     position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     dossier_id uuid NOT NULL,
     made_at timestamptz NOT NULL,
     officer text NOT NULL,
     unit text NOT NULL,
     expires_at timestamptz NOT NULL
   )`,
  'CREATE INDEX rating_token_of_dossier ON rating_token (dossier_id, position)',
];
