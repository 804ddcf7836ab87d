import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the relay publishes, as rows: whoever lost the log is made whole from here. A view lends its owner's rights to the tables that it
 * names, not to those a function of it reads: so the function that puts an alert together lends them itself.
 */
export class CreateArchive1766500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER FUNCTION sla.event_body(sla.event) SECURITY DEFINER SET search_path = pg_catalog');
    await runner.query(`CREATE VIEW sla.archive AS
      SELECT position, xid, coalesce(key, dossier_id::text) AS key, sla.event_body(event) AS body FROM sla.event`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW sla.archive');
    await runner.query('ALTER FUNCTION sla.event_body(sla.event) SECURITY INVOKER RESET search_path');
  }
}
