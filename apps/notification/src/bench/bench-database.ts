import { createOwnDatabase, createPool } from '@motcua/postgres';
import type { Pool } from 'pg';
import { schema } from '../config.ts';
import { migrateNotification } from '../migrations/migrate-notification.ts';

export interface BenchDatabase {
  readonly url: string;
  readonly pool: Pool;
  close(): Promise<void>;
}

/** An empty, migrated database of a bench's own, with one officer in it; gone after `close`. `adminUrl` may create databases and roles. */
export async function createBenchDatabase(adminUrl: string): Promise<BenchDatabase> {
  const options = { adminUrl, name: 'motcua_bench_notify', role: 'motcua_notification', migrate: migrateNotification };
  const { url, drop } = await createOwnDatabase(options);
  const pool = createPool({ url, schema, applicationName: 'motcua bench', poolSize: 10 });
  await pool.query(`
    INSERT INTO notification.staff (id, name, unit, role, mail, language, active)
    VALUES ('officer', 'Officer', 'unit', 'specialist', 'officer@example.vn', 'vi', true)`);
  return {
    url,
    pool,
    async close() {
      await pool.end();
      await drop();
    },
  };
}
