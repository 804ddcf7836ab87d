import { consumerOffsetTables, deadLetterTables } from '@motcua/kafka';
import { databaseClock } from '@motcua/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { deliveryTables } from '../deliveries/delivery-tables.ts';
import { webhookTable } from '../webhooks/webhook-tables.ts';
import {
  digestTable,
  dossierTable,
  installationTable,
  noticeTable,
  ruleTable,
  staffTable,
  targetTable,
} from './notice-tables.ts';

/** The clock, who is told, what they were told and how it went out; offsets and parked events. */
export class CreateNotification1764150000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      databaseClock('notification'),
      installationTable,
      dossierTable,
      staffTable,
      ruleTable,
      noticeTable,
      digestTable,
      targetTable,
      deliveryTables,
      webhookTable,
      consumerOffsetTables('notification'),
      deadLetterTables('notification'),
    ]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA notification CASCADE');
  }
}
