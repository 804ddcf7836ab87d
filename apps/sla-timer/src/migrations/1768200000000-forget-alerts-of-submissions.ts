import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A submission that was never received does not end: it is over with the last that happened to it, once none of its clocks has anything more
 * to say and no import brings more of it.
 */
export class ForgetAlertsOfSubmissions1768200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE FUNCTION sla.over_at(dossier sla.dossier) RETURNS timestamptz
      LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
        SELECT CASE
          WHEN dossier.ended_at IS NOT NULL THEN dossier.ended_at
          WHEN dossier.facts ->> 'receivedAt' IS NULL AND NOT EXISTS (
            SELECT FROM sla.clock WHERE clock.dossier_id = dossier.dossier_id AND (schedule IS NOT NULL OR import_session IS NOT NULL)
          ) THEN dossier.last_touched_at
        END
      $$`);
    await runner.query(
      `COMMENT ON FUNCTION sla.over_at IS 'From when on what is kept of a dossier has a term; null: it is under way.'`,
    );
    await runner.query(forgetAlerts('sla.over_at(dossier)'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(forgetAlerts('dossier.ended_at'));
    await runner.query('DROP FUNCTION sla.over_at');
  }
}

/** As before (`forget-alerts.ts`), of what is over by this expression. */
const forgetAlerts = (overAt: string): string => `
CREATE OR REPLACE FUNCTION sla.forget_alerts(dossiers uuid[], before timestamptz) RETURNS integer
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH forgotten AS (
      DELETE FROM sla.event USING sla.dossier, sla.relay_cursor AS relay
      WHERE event.dossier_id = ANY (dossiers) AND event.body IS NULL
        AND dossier.dossier_id = event.dossier_id
        AND ${overAt} IS NOT NULL
        AND greatest(${overAt}, event.fired_at) < least(before, sla.clock_now() - interval '12 months')
        AND relay.relay = 'events' AND (event.xid, event.position) <= (relay.xid, relay.position)
      RETURNING 1)
    SELECT count(*)::integer FROM forgotten
  $$`;
