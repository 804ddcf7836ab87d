import { createTestDatabase, testRolePassword, type TestDatabase } from '@motcua/testing';
import type { Pool } from 'pg';
import { createPool } from '../create-pool.ts';

export { findEntityDrift } from './find-entity-drift.ts';

export interface ServiceDatabase {
  readonly database: TestDatabase;
  /** Connections of the service's own role. */
  readonly pool: Pool;
  /** URL of that role. */
  readonly url: string;
  close(): Promise<void>;
}

export interface ServiceDatabaseOptions {
  readonly schema: string;
  readonly role: string;
  /** What the service's own migration command calls. */
  readonly migrate: (adminUrl: string, rolePassword: string) => Promise<unknown>;
  readonly poolSize?: number;
}

/** A migrated database of a suite's own, with a pool as the runtime role of a service sees it. */
export async function createServiceDatabase({
  schema,
  role,
  migrate,
  poolSize,
}: ServiceDatabaseOptions): Promise<ServiceDatabase> {
  const template = {
    name: schema,
    migrate: async (adminUrl: string): Promise<void> => {
      await migrate(adminUrl, testRolePassword);
    },
  };
  const database = await createTestDatabase({ template });
  const url = new URL(database.url);
  [url.username, url.password] = [role, testRolePassword];
  const size = poolSize === undefined ? {} : { poolSize };
  const pool = createPool({ url: url.href, schema, applicationName: `${schema} spec`, ...size });
  return {
    database,
    pool,
    url: url.href,
    async close() {
      await pool.end();
      await database.drop();
    },
  };
}
