import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A dossier is rated once: its id is the key. `local_day` is the day of the rating on the clock of the unit's office, by which periods
 * are counted. `rating_event` is the outbox and the archive; the free text is in neither.
 */
export class CreateRatingTables1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW rating_log');
    await runner.query('DROP TABLE rating_event, rating');
  }
}

const statements = [
  `CREATE TABLE rating (
     dossier_id uuid PRIMARY KEY,
     rated_at timestamptz NOT NULL,
     recorded_at timestamptz NOT NULL,
     local_day date NOT NULL,
     unit text NOT NULL,
     path text[] NOT NULL,
     satisfied boolean NOT NULL,
     answers jsonb NOT NULL,
     comment_key_id text,
     comment bytea
   )`,
  'CREATE INDEX rating_day ON rating (local_day, rated_at, dossier_id)',
  `CREATE TABLE rating_event (
     position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
     dossier_id uuid NOT NULL UNIQUE,
     body text NOT NULL
   )`,
  'CREATE INDEX rating_event_order ON rating_event (xid, position)',
  'CREATE VIEW rating_log AS SELECT position, xid, dossier_id, body::jsonb AS body FROM rating_event',
];
