import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was said stays said, and the service may delete none of it. What nobody reads again is deleted by a function that lends the rights to
 * do so and holds the rule itself: alerts alone, which are in no figure, of dossiers that ended more than twelve months ago, and that the
 * relay has published.
 */
export class ForgetAlerts1766800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE FUNCTION sla.forget_alerts(dossiers uuid[], before timestamptz) RETURNS integer
      LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
        WITH forgotten AS (
          DELETE FROM sla.event USING sla.dossier, sla.relay_cursor AS relay
          WHERE event.dossier_id = ANY (dossiers) AND event.body IS NULL
            AND dossier.dossier_id = event.dossier_id
            AND greatest(dossier.ended_at, event.fired_at) < least(before, sla.clock_now() - interval '12 months')
            AND dossier.ended_at IS NOT NULL
            AND relay.relay = 'events' AND (event.xid, event.position) <= (relay.xid, relay.position)
          RETURNING 1)
        SELECT count(*)::integer FROM forgotten
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION sla.forget_alerts');
  }
}
