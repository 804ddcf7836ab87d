import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was reported of closed periods. No projection: no rebuild touches it, a backup takes it, and it is only ever added to. */
export class CreatePeriodCloses1768000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE ${closeTables.map((table) => `kpi.${table}`).join(', ')}; DROP FUNCTION kpi.refuse_change_of_closes`,
    );
  }
}

const closeTables = [
  'period_link',
  'period_decision',
  'period_behind',
  'frozen_dossier',
  'frozen_figure',
  'period_close',
] as const;

const tables = `
CREATE TABLE kpi.period_close (
  id uuid PRIMARY KEY,
  unit text NOT NULL,
  month text NOT NULL,
  known_at timestamptz NOT NULL,
  as_of timestamptz NOT NULL,
  proposed_by text NOT NULL,
  proposed_at timestamptz NOT NULL,
  override_reason text,
  lagging integer NOT NULL,
  parked integer NOT NULL,
  names jsonb NOT NULL,
  rules jsonb NOT NULL,
  read_up_to jsonb NOT NULL,
  dossiers integer NOT NULL,
  content_hash text NOT NULL
);
COMMENT ON COLUMN kpi.period_close.names IS 'Numbers of the registry with the version of their definition; a dossier names them by their place in this list.';
CREATE INDEX period_close_unit ON kpi.period_close (unit, month);
CREATE TABLE kpi.frozen_figure (
  close_id uuid NOT NULL REFERENCES kpi.period_close DEFERRABLE INITIALLY DEFERRED,
  unit text NOT NULL,
  field text NOT NULL,
  procedure text NOT NULL,
  number smallint NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (close_id, unit, field, procedure, number)
);
CREATE TABLE kpi.frozen_dossier (
  close_id uuid NOT NULL REFERENCES kpi.period_close DEFERRABLE INITIALLY DEFERRED,
  dossier_id uuid NOT NULL,
  interval smallint NOT NULL,
  code text,
  version integer NOT NULL,
  judgement integer NOT NULL,
  digitization_version integer NOT NULL,
  unit text NOT NULL,
  procedure text NOT NULL,
  field text NOT NULL,
  channel text NOT NULL,
  numbers smallint[] NOT NULL,
  PRIMARY KEY (close_id, dossier_id, interval)
);
COMMENT ON TABLE kpi.frozen_dossier IS 'What was counted, by the versions that were known then, and in which numbers. Codes only, nothing of a person.';
CREATE TABLE kpi.period_behind (
  close_id uuid NOT NULL REFERENCES kpi.period_close DEFERRABLE INITIALLY DEFERRED,
  dossier_id uuid NOT NULL,
  version integer NOT NULL,
  judgement integer NOT NULL,
  digitization_version integer NOT NULL,
  PRIMARY KEY (close_id, dossier_id)
);
COMMENT ON TABLE kpi.period_behind IS 'Dossiers of which newer events were not projected when a period was closed all the same: what was counted of them. 0: nothing.';
CREATE TABLE kpi.period_decision (
  close_id uuid PRIMARY KEY REFERENCES kpi.period_close,
  outcome text NOT NULL CHECK (outcome IN ('confirmed', 'withdrawn')),
  decided_by text NOT NULL,
  decided_at timestamptz NOT NULL
);
CREATE TABLE kpi.period_link (
  sequence bigint PRIMARY KEY,
  close_id uuid NOT NULL UNIQUE REFERENCES kpi.period_close,
  hash text NOT NULL
);
CREATE FUNCTION kpi.refuse_change_of_closes() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'closed periods are only ever added to'; END $$;
${closeTables
  .map(
    (table) => `CREATE TRIGGER ${table}_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi.${table}
  FOR EACH STATEMENT EXECUTE FUNCTION kpi.refuse_change_of_closes();`,
  )
  .join('\n')}`;

/** `afterwards` of the migration: the service's role may add to closed periods, and nothing else. */
export const periodCloseGrants = [
  `REVOKE UPDATE, DELETE, TRUNCATE ON ${closeTables.map((table) => `kpi.${table}`).join(', ')} FROM motcua_kpi`,
];
