import { topics } from '@motcua/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { schema } from '../config.ts';

/** What kpi-aggregator rebuilds and verifies institutional figures by: their events, and how far those are published. */
export class ShowInstitutionalLog1768100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE VIEW ${schema}.institutional_log AS SELECT position, xid, code, body::jsonb AS body
       FROM ${schema}.ref_event WHERE topic = '${topics.institutional.name}'`,
    );
    await runner.query(
      `CREATE VIEW ${schema}.relay_position AS SELECT relay, xid, position, updated_at FROM ${schema}.relay_cursor`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW ${schema}.institutional_log, ${schema}.relay_position`);
  }
}
