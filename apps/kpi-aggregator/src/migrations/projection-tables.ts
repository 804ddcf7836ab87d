/**
 * Words that facts and cells point at by number. Rows are added outside of the projection's transaction and never changed, so
 * that a number once known stays right. A path is written as its codes, one a line.
 */
export const dimensionTables = `
CREATE TABLE kpi.place (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  time_zone text NOT NULL,
  kind text NOT NULL,
  node text NOT NULL,
  unit text NOT NULL,
  path text[] NOT NULL,
  UNIQUE (time_zone, kind, node)
);
COMMENT ON TABLE kpi.place IS 'A unit with its path, level and time zone, as dossiers carry them.';
CREATE TABLE kpi.line (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  node text NOT NULL,
  time_zone text NOT NULL,
  dimension text NOT NULL,
  key text NOT NULL,
  unit text NOT NULL,
  parent text,
  UNIQUE (node, time_zone, dimension, key)
);
CREATE INDEX line_unit ON kpi.line (unit, dimension);
CREATE INDEX line_parent ON kpi.line (parent) WHERE dimension = 'total';
COMMENT ON TABLE kpi.line IS 'What a row of cells stands for: a node of the tree and, inside it, everything or one procedure, field, channel, level.';`;

/** Which table set is read and projected into. */
export const slotTable = `
CREATE TABLE kpi.slot (singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton), active smallint NOT NULL CHECK (active IN (0, 1)));
INSERT INTO kpi.slot (active) VALUES (0);`;

/**
 * One row a dossier and unit that was responsible for it, moments in epoch milliseconds. The indexes serve the day that is not
 * over: what came, went or became overdue in it, by place. A breach index of its own is kept for a rule only where the rule
 * differs from set 766, which is rare.
 */
export const factTable = (tableSet: 0 | 1): string => `
CREATE TABLE kpi.fact_${tableSet} (
  dossier_id uuid NOT NULL,
  version integer NOT NULL,
  span smallint NOT NULL,
  status smallint NOT NULL,
  open_from bigint,
  open_to bigint,
  breach_766 bigint,
  breach_original bigint,
  breach_current bigint,
  breach_date bigint,
  received_at bigint,
  ended_at bigint,
  original_due bigint,
  current_due bigint,
  due_766 bigint,
  place integer NOT NULL,
  is_last boolean NOT NULL,
  no_due boolean NOT NULL,
  late_766 boolean NOT NULL,
  late_original boolean NOT NULL,
  late_current boolean NOT NULL,
  day_verdict text,
  procedure text NOT NULL,
  field text NOT NULL,
  channel text NOT NULL,
  service_level text NOT NULL,
  code text,
  source_code text,
  moves jsonb,
  PRIMARY KEY (dossier_id, span)
) WITH (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.1);
CREATE INDEX fact_${tableSet}_from ON kpi.fact_${tableSet} (place, open_from) WHERE open_from IS NOT NULL;
CREATE INDEX fact_${tableSet}_to ON kpi.fact_${tableSet} (place, open_to) WHERE open_to IS NOT NULL;
CREATE INDEX fact_${tableSet}_766 ON kpi.fact_${tableSet} (place, breach_766) WHERE breach_766 IS NOT NULL;
CREATE INDEX fact_${tableSet}_date ON kpi.fact_${tableSet} (place, breach_date) WHERE breach_date IS NOT NULL;
CREATE INDEX fact_${tableSet}_original ON kpi.fact_${tableSet} (place, breach_original)
  WHERE breach_original IS NOT NULL AND breach_original IS DISTINCT FROM breach_766;
CREATE INDEX fact_${tableSet}_current ON kpi.fact_${tableSet} (place, breach_current)
  WHERE breach_current IS NOT NULL AND breach_current IS DISTINCT FROM breach_766;`;

/** The measures that cells began with; later ones came by migrations of their own. */
const firstMeasures = [
  'received',
  'received_online',
  'received_online_full',
  'received_online_partial',
  'finished',
  'finished_late_766',
  'finished_late_original',
  'finished_late_current',
  'finished_early_day',
  'finished_same_day',
  'finished_late_day',
  'finished_no_due',
  'open',
  'overdue_766',
  'overdue_original',
  'overdue_current',
  'overdue_date',
  'open_no_due',
  'handed_over',
];

/** Counts by line and local day (grain 0, days since 1970) or month (grain 1, months since year 0), split by partition. */
export const cellTable = (tableSet: 0 | 1): string => `
CREATE TABLE kpi.cell_${tableSet} (
  line integer NOT NULL,
  bucket integer NOT NULL,
  grain smallint NOT NULL,
  shard smallint NOT NULL,
  ${firstMeasures.map((column) => `${column} integer NOT NULL`).join(',\n  ')},
  PRIMARY KEY (line, grain, bucket, shard)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.1);`;

/** The second stream of facts: the newest overdue cause, with the responsibility interval in whose time the due moment passed (`judged_at`). */
export const factCauses = (tableSet: 0 | 1): string => `
ALTER TABLE kpi.fact_${tableSet}
  ADD COLUMN judgement integer NOT NULL DEFAULT 0,
  ADD COLUMN cause text,
  ADD COLUMN judged_at bigint;
COMMENT ON COLUMN kpi.fact_${tableSet}.judgement IS 'Number of the newest verdict; 0: none. A row of version 0 waits with its verdict for the dossier.';
CREATE INDEX fact_${tableSet}_judged ON kpi.fact_${tableSet} (place, judged_at) WHERE judged_at IS NOT NULL;`;

const causeMeasures = ['real', 'sync_lag', 'late_click', 'waiting_citizen', 'configuration', 'calendar'];

/** A batch writes the measures it changes; the others of a new row are 0. */
export const cellCauses = (tableSet: 0 | 1): string => `
ALTER TABLE kpi.cell_${tableSet}
  ${firstMeasures.map((column) => `ALTER COLUMN ${column} SET DEFAULT 0`).join(',\n  ')},
  ${causeMeasures.map((cause) => `ADD COLUMN judged_${cause} integer NOT NULL DEFAULT 0`).join(',\n  ')};`;

export const documentFlags = [
  'has_checklist',
  'is_digitized',
  'asks_components',
  'has_components',
  'prescribes_result',
  'has_result',
  'reuses_component',
];

/** The third stream of facts: the documents as they stand now, the same on each responsibility interval of a dossier. No index: figures ask when it ended. */
export const factDocuments = (tableSet: 0 | 1): string => `
ALTER TABLE kpi.fact_${tableSet}
  ADD COLUMN digitization_version integer NOT NULL DEFAULT 0,
  ${documentFlags.map((column) => `ADD COLUMN ${column} boolean NOT NULL DEFAULT false`).join(',\n  ')};
COMMENT ON COLUMN kpi.fact_${tableSet}.digitization_version IS 'Of the newest digitization event; 0: no checklist is known. A row of version 0 waits with it for the dossier.';`;

export const documentMeasures = [
  'finished_checklist',
  'finished_digitized',
  'finished_asked',
  'finished_complete',
  'finished_result_prescribed',
  'finished_with_result',
  'finished_reusing',
];

export const cellDocuments = (tableSet: 0 | 1): string => `
ALTER TABLE kpi.cell_${tableSet}
  ${documentMeasures.map((column) => `ADD COLUMN ${column} integer NOT NULL DEFAULT 0`).join(',\n  ')};`;

/** Whether a result carries a signature that was verified, beside the other documents. */
export const factSignedResult = (tableSet: 0 | 1): string =>
  `ALTER TABLE kpi.fact_${tableSet} ADD COLUMN has_signed_result boolean NOT NULL DEFAULT false`;
export const cellSignedResult = (tableSet: 0 | 1): string =>
  `ALTER TABLE kpi.cell_${tableSet} ADD COLUMN finished_signed_result integer NOT NULL DEFAULT 0`;

/** Who is in charge, the same on each responsibility interval of a dossier. Cells know no officer: boards by officer count facts. */
export const factOfficer = (tableSet: 0 | 1): string => `
ALTER TABLE kpi.fact_${tableSet} ADD COLUMN officer text;
COMMENT ON COLUMN kpi.fact_${tableSet}.officer IS 'Staff id of who is in charge, or was last; null: nobody named.';`;

/** One row a rating: a dossier is rated once. `day` is days since 1970 on the clock of the place. */
export const ratingTable = (tableSet: 0 | 1): string => `
CREATE TABLE kpi.rating_${tableSet} (
  dossier_id uuid PRIMARY KEY,
  place integer NOT NULL,
  day integer NOT NULL,
  rated_at bigint NOT NULL,
  satisfied boolean NOT NULL,
  by_counter boolean NOT NULL
);
CREATE INDEX rating_${tableSet}_day ON kpi.rating_${tableSet} (place, day);
COMMENT ON COLUMN kpi.rating_${tableSet}.by_counter IS 'By a link that a counter made.';`;

/** One row a version of an institutional figure. `counts`: no later version begins on the same day. */
export const institutionalTable = (tableSet: 0 | 1): string => `
CREATE TABLE kpi.institutional_${tableSet} (
  code text NOT NULL COLLATE "C",
  version integer NOT NULL,
  kind text NOT NULL,
  unit text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  counts boolean NOT NULL,
  recorded_at timestamptz NOT NULL,
  document jsonb NOT NULL,
  PRIMARY KEY (code, version)
);
CREATE INDEX institutional_${tableSet}_unit ON kpi.institutional_${tableSet} (unit, valid_from) WHERE counts;`;
