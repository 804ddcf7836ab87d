import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Clocks of an import wait for the end of its session, and what lies in its history is marked. How far the log goes is said by the log. */
export class HoldImports1764460000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sla.ended_session');
    await runner.query('ALTER TABLE sla.event DROP COLUMN from_import');
    await runner.query('ALTER TABLE sla.dossier DROP COLUMN import_session');
    await runner.query('ALTER TABLE sla.clock DROP COLUMN import_session, DROP COLUMN imported_until');
    await runner.query('ALTER TABLE sla.reading DROP COLUMN next_within');
  }
}

const statements = [
  'ALTER TABLE sla.clock ADD COLUMN import_session uuid, ADD COLUMN imported_until timestamptz',
  'CREATE INDEX clock_of_session ON sla.clock (partition, import_session) WHERE import_session IS NOT NULL',
  `COMMENT ON COLUMN sla.clock.import_session IS 'Held until this import session has ended on its partition.'`,
  `COMMENT ON COLUMN sla.clock.imported_until IS 'Rungs up to this moment lie in a history that was loaded: facts, of which nobody is told at once.'`,
  `COMMENT ON COLUMN sla.clock.held_until IS 'Learnt past a rung: fires once everything recorded by this moment of the server''s own time has been read.'`,
  'ALTER TABLE sla.dossier ADD COLUMN import_session uuid',
  `COMMENT ON COLUMN sla.dossier.import_session IS 'The session by which its newest event came; null: that was live.'`,
  'ALTER TABLE sla.event ADD COLUMN from_import boolean',
  `CREATE TABLE sla.ended_session (
     partition smallint NOT NULL,
     session uuid NOT NULL,
     ended_by text NOT NULL,
     ended_at timestamptz NOT NULL,
     released_at timestamptz,
     PRIMARY KEY (partition, session)
   )`,
  'CREATE INDEX ended_session_waiting ON sla.ended_session (partition, session) WHERE released_at IS NULL',
  `COMMENT ON TABLE sla.ended_session IS 'Import sessions whose end has been read on a partition; released_at: none of their clocks is held any more.'`,
  `ALTER TABLE sla.reading ALTER COLUMN noted_end DROP NOT NULL, ALTER COLUMN noted_at DROP NOT NULL,
     ADD COLUMN next_within interval NOT NULL DEFAULT '10 seconds'`,
  `COMMENT ON COLUMN sla.reading.next_within IS 'The log says again how far it goes within this time.'`,
  eventBody(),
];

/** As before, with the mark of an import. */
function eventBody(): string {
  return `CREATE OR REPLACE FUNCTION sla.event_body(event sla.event) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
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
      || ',"firedAt":' || sla.iso(event.fired_at) || ',"tell":' || ladder.tells[place] || ',"urgency":"' || ladder.urgencies[place] || '"'
      || CASE WHEN event.from_import THEN ',"fromImport":true' ELSE '' END || '}}'
    FROM (SELECT sla.rung_place(event.rung) + 1 AS place, sla.rung_at(event.rung) AS reached_at) AS at, sla.ladder, sla.dossier
    WHERE ladder.id = event.ladder AND dossier.dossier_id = event.dossier_id) END
$$`;
}
