import type { MigrationInterface, QueryRunner } from 'typeorm';
import { schema } from '../config.ts';

/**
 * `entry_version` holds every version ever accepted. `superseded_by` is set when a later version describes the same validity (the
 * same first day); what is not superseded never overlaps within a code. `ref_event` is the outbox.
 */
export class CreateCatalogue1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE ${schema}.entry_version (
      kind text NOT NULL,
      code text NOT NULL COLLATE "C",
      version int NOT NULL,
      valid_from date NOT NULL,
      valid_to date,
      document jsonb NOT NULL,
      superseded_by int,
      recorded_by text NOT NULL,
      recorded_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (kind, code, version)
    )`);
    await runner.query(
      `CREATE UNIQUE INDEX entry_in_force ON ${schema}.entry_version (kind, code, valid_from) WHERE superseded_by IS NULL`,
    );
    await runner.query(`CREATE TABLE ${schema}.ref_event (
      position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
      topic text NOT NULL,
      code text NOT NULL,
      body text NOT NULL,
      recorded_at timestamptz NOT NULL DEFAULT now()
    )`);
    await runner.query(`CREATE INDEX ref_event_commit_order ON ${schema}.ref_event (xid, position)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['entry_version', 'ref_event']) {
      await runner.query(`DROP TABLE ${schema}.${table}`);
    }
  }
}
