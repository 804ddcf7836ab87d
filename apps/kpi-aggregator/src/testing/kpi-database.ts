import { createPool } from '@motcua/postgres';
import { createTestDatabase, testRolePassword, type TestDatabase } from '@motcua/testing';
import type { Pool } from 'pg';
import { migrateKpi } from '../migrations/migrate-kpi.ts';

export interface KpiDatabase {
  readonly database: TestDatabase;
  /** Connections of the service's own role. */
  readonly pool: Pool;
  /** URL of that role. */
  readonly url: string;
  close(): Promise<void>;
}

/** A migrated database of its own, with a pool as the runtime role sees it. */
export async function createKpiDatabase(): Promise<KpiDatabase> {
  const template = {
    name: 'kpi',
    migrate: async (adminUrl: string): Promise<void> => {
      await migrateKpi(adminUrl, testRolePassword);
    },
  };
  const database = await createTestDatabase({ template });
  const role = new URL(database.url);
  role.username = 'motcua_kpi';
  role.password = testRolePassword;
  const pool = createPool({ url: role.href, schema: 'kpi', applicationName: 'kpi spec' });
  return {
    database,
    pool,
    url: role.href,
    async close() {
      await pool.end();
      await database.drop();
    },
  };
}
