import { createOwnDatabase, createPool } from '@motcua/postgres';
import type { Pool } from 'pg';
import { schema } from '../config.ts';
import { digitizationRole, migrateDigitization } from '../migrations/migrate-digitization.ts';

export interface BenchDatabase {
  /** The administrator's. */
  readonly url: string;
  readonly pool: Pool;
  close(): Promise<void>;
}

/** An empty, migrated database of a bench's own; gone after `close`. `adminUrl` may create databases and roles. */
export async function createBenchDatabase(adminUrl: string): Promise<BenchDatabase> {
  const options = { adminUrl, name: 'motcua_bench_upload', role: digitizationRole, migrate: migrateDigitization };
  const { url, drop } = await createOwnDatabase(options);
  const pool = createPool({ url, schema, applicationName: 'motcua bench', poolSize: 2 });
  return {
    url,
    pool,
    async close() {
      await pool.end();
      await drop();
    },
  };
}
