import { waitFor } from '@motcua/testing';
import type { Pool } from 'pg';

/** A record as it is published, which its archive has too. */
export interface ArchivedRecord {
  readonly key: string | Buffer | null;
  readonly value: string | Buffer | null;
}

/** What a neighbour's `<schema>.archive` shows. Wants an administrator's connection; `role` may read it, as the neighbour's migration grants. */
export async function createArchive(admin: Pool, schema: string, role?: string): Promise<void> {
  await admin.query(`
    CREATE SCHEMA IF NOT EXISTS ${schema};
    CREATE TABLE ${schema}.archive (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      xid xid8 NOT NULL DEFAULT pg_current_xact_id(), key text, body text NOT NULL)`);
  if (role !== undefined)
    await admin.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}; GRANT SELECT ON ${schema}.archive TO ${role}`);
}

/**
 * Answers when the records are below the horizon, as they are where a relay publishes them: a transaction of another suite on the same server
 * holds it back.
 */
export async function appendToArchive(admin: Pool, schema: string, records: readonly ArchivedRecord[]): Promise<void> {
  await admin.query(`INSERT INTO ${schema}.archive (key, body) SELECT * FROM unnest($1::text[], $2::text[])`, [
    records.map(({ key }) => key?.toString() ?? null),
    records.map(({ value }) => value?.toString() ?? ''),
  ]);
  const isBelow = `SELECT coalesce(max(xid::text::numeric) < pg_snapshot_xmin(pg_current_snapshot())::text::numeric, true) AS is_below
    FROM ${schema}.archive`;
  await waitFor(async () => (await admin.query<{ is_below: boolean }>(isBelow)).rows[0]?.is_below === true, {
    describe: 'the horizon behind what was appended',
    timeoutMs: 30_000,
  });
}
