import type { MigrationInterface, QueryRunner } from 'typeorm';
import { databaseClockAt } from '../database-clock.ts';
import { schemaOf } from '../migration/schema-of.ts';

/** `<schema>.clock_at(server_time)`. One that is there is left as it is: a drill may have set it. */
export class CreateClockAt1766600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const schema = schemaOf(runner);
    const found: unknown = await runner.query(`SELECT to_regprocedure('${schema}.clock_at(timestamptz)')::text AS name`);
    const [row] = found as { readonly name: string | null }[];
    if ((row?.name ?? null) === null) await runner.query(databaseClockAt(schema));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${schemaOf(runner)}.clock_at(timestamptz)`);
  }
}
