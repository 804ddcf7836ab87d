import { schemaOf } from '@motcua/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toSchemaName } from '../offsets/schema-name.ts';

/** Frozen: whatever changes comes in a migration behind it. In which history of the cluster a cursor was claimed: in another one the claim is void. */
export const offsetTimeline = (schema: string): string =>
  `ALTER TABLE ${toSchemaName(schema)}.consumer_offset ADD COLUMN IF NOT EXISTS timeline text;`;

export class KnowTimeline1767300001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(offsetTimeline(schemaOf(runner)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ${schemaOf(runner)}.consumer_offset DROP COLUMN timeline`);
  }
}
