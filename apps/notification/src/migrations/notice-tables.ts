/** What is known of each dossier, from its newest event: enough for a digest. No personal data. */
export const dossierTable = `
CREATE TABLE notification.dossier (
  dossier_id    uuid        PRIMARY KEY,
  version       integer     NOT NULL,
  code          text,
  source_code   text,
  procedure     text        NOT NULL,
  imported      boolean     NOT NULL,
  unit          text        NOT NULL,
  path          text[]      NOT NULL,
  handling_unit text        NOT NULL,
  officer       text,
  status        smallint    NOT NULL,
  current_due   timestamptz,
  late_from     timestamptz,
  is_open       boolean     NOT NULL,
  is_waiting    boolean     NOT NULL,
  time_zone     text        NOT NULL
);
COMMENT ON COLUMN notification.dossier.is_waiting IS 'A supplement was asked for and has not come.';
CREATE INDEX dossier_of_officer ON notification.dossier (officer) WHERE is_open;
CREATE INDEX dossier_in_hand ON notification.dossier (handling_unit) WHERE is_open;
CREATE INDEX dossier_of_unit ON notification.dossier (unit) WHERE is_open;
`;

/** Who works here and how he is reached: official mailboxes and numbers of staff, never an applicant. */
export const staffTable = `
CREATE TABLE notification.staff (
  id         text        PRIMARY KEY,
  name       text        NOT NULL,
  unit       text        NOT NULL,
  role       text        NOT NULL CHECK (role IN ('counter-officer', 'specialist', 'head', 'leader')),
  mail       text,
  phone      text,
  zalo       text,
  language   text        NOT NULL CHECK (language IN ('vi', 'en')),
  active     boolean     NOT NULL,
  mute       text[]      NOT NULL DEFAULT '{}',
  channels   text[]      NOT NULL DEFAULT '{}',
  digest     boolean     NOT NULL DEFAULT true,
  updated_at timestamptz NOT NULL DEFAULT notification.clock_now()
);
CREATE INDEX staff_of_unit ON notification.staff (unit) WHERE active;
`;

export const ruleTable = `
CREATE TABLE notification.rule (
  id         text        PRIMARY KEY,
  document   jsonb       NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT notification.clock_now()
);
`;

/**
 * Who was told what and why. One event tells one recipient once by one rule, however often it is read. `path` says who may see it;
 * `shown_no` orders an inbox; `data` is what the template is filled with. Nothing here says how an applicant is reached.
 */
export const noticeTable = `
CREATE SEQUENCE notification.inbox_no;
CREATE TABLE notification.notice (
  id               uuid        PRIMARY KEY,
  position         bigint      GENERATED ALWAYS AS IDENTITY,
  event            text        NOT NULL,
  event_id         text        NOT NULL,
  rule             text        NOT NULL,
  audience         text,
  recipient_kind   text        NOT NULL CHECK (recipient_kind IN ('staff', 'applicant', 'webhook', 'nobody')),
  recipient        text        NOT NULL,
  why              text,
  dossier_id       uuid,
  code             text,
  source_code      text,
  unit             text        NOT NULL,
  path             text[]      NOT NULL,
  time_zone        text        NOT NULL,
  template         text        NOT NULL,
  template_version integer     NOT NULL,
  language         text        NOT NULL,
  class            text        NOT NULL CHECK (class IN ('mandatory', 'optional')),
  urgency          text        NOT NULL CHECK (urgency IN ('normal', 'high')),
  data             jsonb       NOT NULL,
  created_at       timestamptz NOT NULL,
  send_at          timestamptz NOT NULL,
  folded_into      uuid        REFERENCES notification.notice,
  is_fold          boolean     NOT NULL DEFAULT false,
  shown_at         timestamptz,
  shown_no         bigint,
  read_at          timestamptz,
  UNIQUE (event_id, rule, recipient)
);
CREATE UNIQUE INDEX notice_position ON notification.notice (position);
CREATE INDEX notice_of_dossier ON notification.notice (dossier_id, position);
CREATE INDEX notice_of_recipient ON notification.notice (recipient, position);
CREATE INDEX notice_of_unit ON notification.notice USING gin (path);
CREATE INDEX notice_in_inbox ON notification.notice (recipient, shown_no) WHERE shown_no IS NOT NULL;
CREATE INDEX notice_unread ON notification.notice (recipient) WHERE shown_no IS NOT NULL AND read_at IS NULL;
CREATE INDEX notice_alike ON notification.notice (rule, recipient, send_at) WHERE folded_into IS NULL;
CREATE INDEX notice_members ON notification.notice (folded_into) WHERE folded_into IS NOT NULL;
`;

/** One digest an officer and day, whichever instance is first and however often it is restarted; empty ones are noted, not sent. */
export const digestTable = `
CREATE TABLE notification.digest (
  staff     text NOT NULL,
  date      date NOT NULL,
  notice_id uuid REFERENCES notification.notice,
  PRIMARY KEY (staff, date)
);
`;

/** Targets of units, and how they stand in the month they were last read for. `episode` grows each time one is missed anew. */
export const targetTable = `
CREATE TABLE notification.target (
  unit       text          NOT NULL,
  indicator  text          NOT NULL,
  target     numeric(6, 5) NOT NULL,
  valid_from date          NOT NULL,
  valid_to   date,
  state      text          NOT NULL DEFAULT 'unknown' CHECK (state IN ('unknown', 'met', 'missed')),
  value      double precision,
  period     text,
  episode    integer       NOT NULL DEFAULT 0,
  checked_at timestamptz,
  PRIMARY KEY (unit, indicator)
);
`;

/** What was recorded before is history to this service: no applicant is told of it afterwards. On the server’s clock, as recordedAt is. */
export const installationTable = `
CREATE TABLE notification.installation (
  installed_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO notification.installation DEFAULT VALUES;
`;
