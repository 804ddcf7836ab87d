import type { MigrationInterface, QueryRunner } from 'typeorm';
import { deliveryTables } from './delivery-tables.ts';
import { webhookTable } from './webhook-tables.ts';
import {
  digestTable,
  dossierTable,
  installationTable,
  noticeTable,
  ruleTable,
  staffTable,
  targetTable,
} from './notice-tables.ts';

/** Who is told, what they were told and how it went out. */
export class CreateNotification1764150000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      installationTable,
      dossierTable,
      staffTable,
      ruleTable,
      noticeTable,
      digestTable,
      targetTable,
      deliveryTables,
      webhookTable,
    ]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA notification CASCADE');
  }
}
