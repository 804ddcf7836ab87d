import { migrateService, type MigrationClass } from '@motcua/postgres';
import { createTestDatabase, testRolePassword, type TestDatabase } from '@motcua/testing';
import { Pool } from 'pg';

export interface EarlierKpi {
  readonly database: TestDatabase;
  /** Superuser's connections. */
  readonly pool: Pool;
}

/** A database as an earlier version left it, which had these migrations alone. */
export async function createEarlierKpi(migrations: readonly MigrationClass[]): Promise<EarlierKpi> {
  const database = await createTestDatabase();
  const pool = new Pool({ connectionString: database.url });
  const role = { role: 'motcua_kpi', rolePassword: testRolePassword };
  await migrateService({ adminUrl: database.url, schema: 'kpi', ...role, migrations: [...migrations] });
  return { database, pool };
}
