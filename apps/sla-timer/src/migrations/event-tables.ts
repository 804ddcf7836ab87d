/** What was said (event table and outbox at once), why dossiers were overdue, and summaries of calendar changes in the making. */
export const eventTables = `
CREATE TABLE sla.event (
  position bigint NOT NULL DEFAULT nextval('sla.happening'),
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  dossier_id uuid,
  due timestamptz,
  original_due timestamptz,
  fired_at timestamptz,
  rung bigint,
  generation integer,
  ladder integer,
  clock sla.clock_name,
  folded bigint[],
  key text,
  body text,
  PRIMARY KEY (xid, position)
);
CREATE INDEX event_alert ON sla.event (dossier_id) WHERE dossier_id IS NOT NULL;
COMMENT ON TABLE sla.event IS 'An alert as its parts, so that a herd is fired with little writing; anything else as key and body.';

CREATE FUNCTION sla.event_body(event sla.event) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN event.body IS NOT NULL THEN event.body ELSE (
    SELECT '{"specversion":"1.0","id":"' || event.dossier_id || '/' || event.clock || '/' || event.generation || '/' || ladder.rungs[place]
      || '","source":"urn:motcua:sla-timer","subject":"' || event.dossier_id
      || CASE WHEN ladder.kinds[place] = 'before' THEN '","type":"vn.motcua.sla.due-soon.v1"' ELSE '","type":"vn.motcua.sla.breached.v1"' END
      || ',"time":' || sla.iso(reached_at) || ',"datacontenttype":"application/json","data":{' || dossier.subject
      || ',"clock":"' || event.clock || '","generation":' || event.generation
      || ',"due":' || sla.iso(event.due) || ',"originalDue":' || sla.iso(event.original_due)
      || ',"rung":"' || ladder.rungs[place] || '","foldedRungs":' || coalesce((
          SELECT json_agg(ladder.rungs[sla.rung_place(low) + 1] ORDER BY ordinal)::text
          FROM unnest(event.folded) WITH ORDINALITY AS lower (low, ordinal)), '[]')
      || ',"remainingMinutes":' || sla.rung_remaining(event.rung) || ',"reachedAt":' || sla.iso(reached_at)
      || ',"firedAt":' || sla.iso(event.fired_at) || ',"tell":' || ladder.tells[place] || ',"urgency":"' || ladder.urgencies[place] || '"}}'
    FROM (SELECT sla.rung_place(event.rung) + 1 AS place, sla.rung_at(event.rung) AS reached_at) AS at, sla.ladder, sla.dossier
    WHERE ladder.id = event.ladder AND dossier.dossier_id = event.dossier_id) END
$$;

CREATE TABLE sla.verdict (
  dossier_id uuid PRIMARY KEY,
  judgement integer NOT NULL,
  cause text,
  overdue_since timestamptz NOT NULL,
  rule text NOT NULL,
  explanation jsonb NOT NULL,
  judged_by text NOT NULL,
  judged_at timestamptz NOT NULL,
  reason_code text,
  reason_text text
);
CREATE INDEX verdict_cause ON sla.verdict (cause) WHERE cause IS NOT NULL;

CREATE TABLE sla.unjudged (dossier_id uuid PRIMARY KEY);
COMMENT ON TABLE sla.unjudged IS 'Dossiers whose breach has fired and waits for its verdict.';

CREATE TABLE sla.calendar_summary (
  unit text NOT NULL,
  calendar_id text NOT NULL,
  calendar_version integer NOT NULL,
  path text[] NOT NULL,
  time_zone text NOT NULL,
  expected integer NOT NULL,
  earlier integer NOT NULL,
  later integer NOT NULL,
  dossiers integer NOT NULL,
  counted_at timestamptz NOT NULL,
  told_at timestamptz,
  PRIMARY KEY (unit, calendar_id, calendar_version)
);
CREATE INDEX calendar_summary_waiting ON sla.calendar_summary (counted_at) WHERE told_at IS NULL;`;

/** What kpi-aggregator may read: every event that figures rest on, with its dossier, and how far events are published. Alerts count in none. */
export const eventViews = `
CREATE VIEW sla.event_log AS
  SELECT position, xid, CASE WHEN type <> 'vn.motcua.sla.calendar-changed.v1' THEN key::uuid END AS dossier_id, type, body
  FROM (SELECT position, xid, key, body::jsonb AS body, body::jsonb ->> 'type' AS type FROM sla.event WHERE body IS NOT NULL) AS event;
CREATE VIEW sla.relay_position AS SELECT relay, xid, position, updated_at FROM sla.relay_cursor;`;
