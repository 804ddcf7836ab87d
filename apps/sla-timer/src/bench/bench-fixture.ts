import { createOwnDatabase, createPool } from '@motcua/postgres';
import type { Pool } from 'pg';
import { migrateSla, slaRole } from '../migrations/migrate-sla.ts';

/** A migrated database of a bench's own; gone after `close`. */
export interface BenchFixture {
  readonly pool: Pool;
  readonly url: string;
  close(): Promise<void>;
}

/** `adminUrl` is of a role that may create databases and roles. */
export async function createBenchFixture(adminUrl: string): Promise<BenchFixture> {
  const { url, drop } = await createOwnDatabase({ adminUrl, name: 'motcua_bench_timers', role: slaRole, migrate: migrateSla });
  const pool = createPool({ url, schema: 'sla', applicationName: 'motcua bench', answerWithinMs: 15 * 60_000 });
  return {
    pool,
    url,
    async close() {
      await pool.end();
      await drop();
    },
  };
}
