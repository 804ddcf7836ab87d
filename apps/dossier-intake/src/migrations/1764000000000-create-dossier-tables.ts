import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Events are the archive and the outbox in one: append-only, read by the relay in the order of `(xid, position)`. `dossier` is the
 * state after the last event. Columns that change with most events carry no index, so that those updates stay on their page (HOT).
 */
export class CreateDossierTables1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...views]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW event_log, relay_position');
    await runner.query('DROP TABLE event, dossier, applicant, reason, code_serial');
  }
}

const tables = [
  `CREATE TABLE event (
     position bigint GENERATED ALWAYS AS IDENTITY,
     xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
     dossier_id uuid NOT NULL,
     version integer NOT NULL,
     type text NOT NULL,
     source text NOT NULL,
     event_id text NOT NULL,
     occurred_at timestamptz NOT NULL,
     recorded_at timestamptz NOT NULL,
     actor text NOT NULL,
     body text NOT NULL,
     CONSTRAINT event_version PRIMARY KEY (dossier_id, version),
     CONSTRAINT event_identity UNIQUE (source, event_id)
   )`,
  'CREATE INDEX event_order ON event (xid, position)',
  `CREATE TABLE dossier (
     dossier_id uuid PRIMARY KEY,
     ordinal bigint GENERATED ALWAYS AS IDENTITY,
     version integer NOT NULL,
     state json NOT NULL,
     code text,
     origin text NOT NULL,
     source_code text,
     responsible_unit text NOT NULL,
     handling_unit text NOT NULL,
     path text[] NOT NULL,
     status smallint NOT NULL,
     current_due timestamptz,
     occurred_at timestamptz NOT NULL,
     recorded_at timestamptz NOT NULL
   ) WITH (fillfactor = 70)`,
  'CREATE UNIQUE INDEX dossier_code ON dossier (code) WHERE code IS NOT NULL',
  'CREATE UNIQUE INDEX dossier_source_code ON dossier (source_code, origin) WHERE source_code IS NOT NULL',
  'CREATE INDEX dossier_ordinal ON dossier (ordinal)',
  'CREATE INDEX dossier_responsible_unit ON dossier (responsible_unit, ordinal)',
  'CREATE INDEX dossier_handling_unit ON dossier (handling_unit, ordinal)',
  `CREATE TABLE applicant (
     dossier_id uuid PRIMARY KEY,
     key_id text NOT NULL,
     name bytea NOT NULL,
     id_number bytea,
     phone bytea,
     email bytea,
     address bytea,
     id_number_hash bytea,
     phone_hash bytea
   )`,
  'CREATE INDEX applicant_id_number ON applicant (id_number_hash) WHERE id_number_hash IS NOT NULL',
  'CREATE INDEX applicant_phone ON applicant (phone_hash) WHERE phone_hash IS NOT NULL',
  `CREATE TABLE reason (
     dossier_id uuid NOT NULL,
     version integer NOT NULL,
     key_id text NOT NULL,
     text bytea NOT NULL,
     PRIMARY KEY (dossier_id, version)
   )`,
  'CREATE TABLE code_serial (prefix text NOT NULL, day date NOT NULL, last integer NOT NULL, PRIMARY KEY (prefix, day)) WITH (fillfactor = 50)',
];

/** What other services may read: the one exception to "no service reads another's tables" (rebuild and verify). */
const views = [
  `CREATE VIEW event_log AS
     SELECT position, xid, dossier_id, version, type, source, event_id, occurred_at, recorded_at, body::jsonb AS body FROM event`,
  'CREATE VIEW relay_position AS SELECT relay, xid, position, updated_at FROM relay_cursor',
];
