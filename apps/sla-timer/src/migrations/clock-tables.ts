/**
 * One row a clock, as narrow as it can be: two million of them wait at a time. `next_at` is the moment of the next escalation step; the index
 * on it holds what waits and nothing else, in lanes by unit, so that each unit gets its turn.
 */
export const clockTables = `
CREATE TYPE sla.clock_name AS ENUM ('acceptance', 'transfer', 'step', 'dossier', 'apology');
CREATE SEQUENCE sla.happening;
COMMENT ON SEQUENCE sla.happening IS 'Orders what happened to clocks and what was said of them among each other.';
CREATE TYPE sla.clock_state AS ENUM ('running', 'paused', 'closed');

CREATE TABLE sla.ladder (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  content text NOT NULL UNIQUE,
  rungs text[] NOT NULL,
  kinds text[] NOT NULL,
  tells text[] NOT NULL,
  urgencies text[] NOT NULL
);
COMMENT ON TABLE sla.ladder IS 'The rungs of a clock as a rule set had them; a clock keeps the ladder it was armed with. Never changed.';

CREATE TABLE sla.clock (
  dossier_id uuid NOT NULL,
  clock sla.clock_name NOT NULL,
  state sla.clock_state NOT NULL,
  next_at timestamptz,
  due timestamptz,
  original_due timestamptz,
  late_from timestamptz,
  soon_at timestamptz,
  started_at timestamptz NOT NULL,
  armed_at timestamptz NOT NULL,
  breached_at timestamptz,
  closed_at timestamptz,
  held_until timestamptz,
  generation integer NOT NULL,
  lane integer NOT NULL,
  ladder integer,
  limit_minutes integer,
  partition smallint NOT NULL,
  last_rung smallint,
  because text NOT NULL,
  step text,
  schedule bigint[],
  PRIMARY KEY (dossier_id, clock)
) WITH (autovacuum_vacuum_scale_factor = 0.05);
CREATE INDEX clock_waiting ON sla.clock (lane, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX clock_held ON sla.clock (partition, held_until) WHERE held_until IS NOT NULL;
COMMENT ON COLUMN sla.clock.lane IS 'Hash of the responsible unit: lanes take turns.';
COMMENT ON COLUMN sla.clock.partition IS 'Of the dossier log: nothing fires while it has not been read up to now.';
COMMENT ON COLUMN sla.clock.held_until IS 'Learnt past a rung: fires once the log has been read up to this moment of the server''s own time.';
COMMENT ON COLUMN sla.clock.soon_at IS 'First rung of this generation before the due moment.';

CREATE TABLE sla.dossier (
  dossier_id uuid PRIMARY KEY,
  version integer NOT NULL,
  subject text NOT NULL,
  facts jsonb NOT NULL,
  code text,
  source_code text,
  procedure text NOT NULL,
  responsible_unit text NOT NULL,
  path text[] NOT NULL,
  handling_unit text NOT NULL,
  officer text,
  time_zone text NOT NULL,
  calendar_id text NOT NULL,
  calendar_version integer NOT NULL,
  status smallint NOT NULL,
  current_due timestamptz,
  late_from timestamptz,
  ended_at timestamptz,
  finished_in_file_at timestamptz,
  last_touched_at timestamptz NOT NULL
) WITH (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.1);
CREATE INDEX dossier_responsible ON sla.dossier (responsible_unit);
CREATE INDEX dossier_handling ON sla.dossier (handling_unit);
CREATE INDEX dossier_finished_in_file ON sla.dossier (finished_in_file_at) WHERE finished_in_file_at IS NOT NULL;
COMMENT ON COLUMN sla.dossier.subject IS 'What every event says of the dossier, as members of a JSON object.';
COMMENT ON COLUMN sla.dossier.facts IS 'What a verdict on its being overdue rests on.';
COMMENT ON COLUMN sla.dossier.finished_in_file_at IS 'Its trail says finished, its status does not: when the trail said so.';

CREATE TABLE sla.clock_history (
  id bigint NOT NULL DEFAULT nextval('sla.happening'),
  dossier_id uuid NOT NULL,
  clock sla.clock_name NOT NULL,
  generation integer NOT NULL,
  at timestamptz NOT NULL,
  what text NOT NULL,
  due timestamptz,
  because text,
  PRIMARY KEY (dossier_id, id)
);

COMMENT ON TABLE sla.clock_history IS 'What became of each generation; its alerts are in sla.event.';

CREATE TABLE sla.reading (
  partition smallint PRIMARY KEY,
  noted_end bigint NOT NULL,
  noted_at timestamptz NOT NULL,
  current_at timestamptz NOT NULL
);
COMMENT ON TABLE sla.reading IS 'Up to which moment (of the server''s own time) the dossier log has been read.';`;
