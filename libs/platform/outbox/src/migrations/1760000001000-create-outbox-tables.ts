import { schemaOf } from '@motcua/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Frozen: whatever changes comes in a migration behind it. Who this store is, how far each relay came, and where in the log it was at some moments before.
 * The event table itself is the service's own; it needs
 * `position bigint GENERATED ALWAYS AS IDENTITY`, `xid xid8 NOT NULL DEFAULT pg_current_xact_id()` and an index on `(xid, position)`.
 *
 * Events of one key come out in the order in which they were written only if every writer takes an **advisory** transaction lock of
 * the key as its first statement. A row lock will not do: a transaction may get its xid while it still waits for the row (1.6 % of
 * the events of eight writers came out in the wrong order; none with the advisory lock).
 */
export const outboxTables = (schema: string): string => `
  CREATE TABLE IF NOT EXISTS ${schema}.store_identity (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    store_id uuid NOT NULL DEFAULT gen_random_uuid(),
    since timestamptz NOT NULL DEFAULT now()
  );
  INSERT INTO ${schema}.store_identity DEFAULT VALUES ON CONFLICT DO NOTHING;
  CREATE TABLE IF NOT EXISTS ${schema}.relay_cursor (
    relay text PRIMARY KEY,
    store_id text NOT NULL,
    epoch bigint NOT NULL,
    xid xid8 NOT NULL,
    position bigint NOT NULL,
    acknowledged jsonb NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE IF NOT EXISTS ${schema}.relay_checkpoint (
    relay text NOT NULL,
    xid xid8 NOT NULL,
    position bigint NOT NULL,
    acknowledged jsonb NOT NULL,
    noted_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (relay, xid, position)
  )`;

/** The relay's tables. Services that had them before are left as they are. */
export class CreateOutboxTables1760000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outboxTables(schemaOf(runner)));
  }

  async down(runner: QueryRunner): Promise<void> {
    const schema = schemaOf(runner);
    await runner.query(`DROP TABLE ${schema}.store_identity, ${schema}.relay_cursor, ${schema}.relay_checkpoint`);
  }
}
