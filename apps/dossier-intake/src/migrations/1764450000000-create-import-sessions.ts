import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Histories that are being loaded. The end of one is a row of the event table, which no view shows: others read dossiers' events there. */
export class CreateImportSessions1764450000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_session');
  }
}

const statements = [
  `CREATE TABLE import_session (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     source text NOT NULL,
     unit text NOT NULL,
     opened_by text NOT NULL,
     opened_at timestamptz NOT NULL DEFAULT now(),
     last_heard_at timestamptz NOT NULL DEFAULT now(),
     ended_at timestamptz,
     ended_by text CHECK (ended_by IN ('closed', 'abandoned')),
     CHECK ((ended_at IS NULL) = (ended_by IS NULL))
   ) WITH (fillfactor = 50)`,
  'CREATE INDEX import_session_open ON import_session (opened_at) WHERE ended_at IS NULL',
  `CREATE OR REPLACE VIEW event_log AS
     SELECT position, xid, dossier_id, version, type, source, event_id, occurred_at, recorded_at, body::jsonb AS body FROM event
     WHERE type <> 'vn.motcua.import-session.ended.v1'`,
];
