import type { MigrationInterface, QueryRunner } from 'typeorm';

const sessionEnd = 'vn.motcua.import-session.ended.v1';

/**
 * What the relay publishes, as rows: whoever lost the log is made whole from here. The end of an import session has no key: it is a
 * control record of every partition, and says nothing of how far the log goes.
 */
export class CreateArchive1766500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE VIEW archive AS
      SELECT position, xid, CASE WHEN type <> '${sessionEnd}' THEN dossier_id::text END AS key,
        CASE WHEN type <> '${sessionEnd}' THEN body ELSE json_build_object(
          'specversion', '1.0', 'id', 'archive/' || event_id, 'source', source, 'type', 'vn.motcua.log.progress.v1',
          'time', body::json ->> 'endedAt', 'datacontenttype', 'application/json',
          'data', json_build_object('partition', 0, 'recordedUpTo', NULL, 'nextWithinSeconds', 0, 'sessionsEnded', json_build_array(body::json))
        )::text END AS body
      FROM event`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW archive');
  }
}
