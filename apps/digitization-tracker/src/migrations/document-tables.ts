export const documentTables = `
CREATE TABLE digitization.dossier (
  dossier_id uuid PRIMARY KEY,
  dossier_version integer NOT NULL,
  version integer NOT NULL,
  subject jsonb NOT NULL,
  documents jsonb NOT NULL,
  path text[] NOT NULL,
  received_at timestamptz NOT NULL,
  ended_at timestamptz,
  has_backlog boolean NOT NULL,
  applicant_ref text,
  applicant_asked_at timestamptz
);
CREATE INDEX dossier_backlog ON digitization.dossier (received_at, dossier_id) WHERE has_backlog;
CREATE INDEX dossier_path ON digitization.dossier USING gin (path);
CREATE INDEX dossier_applicant ON digitization.dossier (applicant_ref) WHERE applicant_ref IS NOT NULL;
COMMENT ON COLUMN digitization.dossier.version IS 'Of the digitization: grows with each of its events.';
COMMENT ON COLUMN digitization.dossier.subject IS 'What every event says of the dossier; no personal data.';
COMMENT ON COLUMN digitization.dossier.applicant_ref IS 'Opaque: a keyed hash that only dossier-intake can make. Forgotten with the files.';

CREATE TABLE digitization.file (
  id uuid PRIMARY KEY,
  dossier_id uuid NOT NULL REFERENCES digitization.dossier,
  part text NOT NULL CHECK (part IN ('component', 'result')),
  part_code text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint NOT NULL,
  media_type text NOT NULL,
  pages integer NOT NULL,
  signed boolean NOT NULL,
  uploaded_by text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  reused_from uuid,
  removed_at timestamptz,
  removed_because text,
  erased_at timestamptz
);
CREATE UNIQUE INDEX file_once ON digitization.file (dossier_id, part, part_code, sha256) WHERE removed_at IS NULL;
CREATE INDEX file_content ON digitization.file (sha256) WHERE erased_at IS NULL;
COMMENT ON TABLE digitization.file IS 'What was attached. The name a file came with is not kept: it may hold anything.';
COMMENT ON COLUMN digitization.file.removed_because IS 'It no longer counts: rejected by a check, replaced by a reuse, or its document was struck off the list.';

CREATE TABLE digitization.scan_check (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dossier_id uuid NOT NULL REFERENCES digitization.dossier,
  part text NOT NULL,
  part_code text NOT NULL,
  faults text[] NOT NULL,
  files uuid[] NOT NULL,
  checked_by text NOT NULL,
  checked_at timestamptz NOT NULL
);
CREATE INDEX scan_check_dossier ON digitization.scan_check (dossier_id);

CREATE TABLE digitization.retention_run (
  id uuid PRIMARY KEY,
  run_by text NOT NULL,
  run_at timestamptz NOT NULL,
  files integer NOT NULL,
  applicant_refs integer NOT NULL
);
CREATE TABLE digitization.erasure (
  run_id uuid NOT NULL REFERENCES digitization.retention_run,
  file_id uuid NOT NULL,
  dossier_id uuid NOT NULL,
  part text NOT NULL,
  part_code text NOT NULL,
  sha256 text NOT NULL,
  bytes bigint NOT NULL,
  purpose text NOT NULL,
  kept_until timestamptz NOT NULL,
  erased_at timestamptz NOT NULL,
  PRIMARY KEY (run_id, file_id)
);
COMMENT ON TABLE digitization.erasure IS 'What was erased, when, and why it could be: the proof that remains.';

CREATE TABLE digitization.event (
  position bigint GENERATED ALWAYS AS IDENTITY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  dossier_id uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (xid, position)
);
COMMENT ON TABLE digitization.event IS 'What happened to documents: archive and outbox at once.';`;

/** What kpi-aggregator may read: every event with its dossier, and how far it has been published. */
export const eventViews = `
CREATE VIEW digitization.event_log AS
  SELECT position, xid, dossier_id, body::jsonb ->> 'type' AS type, body::jsonb AS body FROM digitization.event;
CREATE VIEW digitization.relay_position AS SELECT relay, xid, position, updated_at FROM digitization.relay_cursor;`;
