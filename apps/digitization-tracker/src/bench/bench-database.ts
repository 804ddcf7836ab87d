import { createPool } from '@motcua/postgres';
import { randomUUID } from 'node:crypto';
import pg, { type Pool } from 'pg';
import { schema } from '../config.ts';
import { digitizationRole, migrateDigitization } from '../migrations/migrate-digitization.ts';

export interface BenchDatabase {
  /** Of the administrator: the role of the service keeps a password that nobody here knows. */
  readonly url: string;
  readonly pool: Pool;
  close(): Promise<void>;
}

/** An empty, migrated database of a bench's own; gone after `close`. `adminUrl` may create databases and roles. */
export async function createBenchDatabase(adminUrl: string): Promise<BenchDatabase> {
  const name = `motcua_bench_upload_${randomUUID().slice(0, 8)}`;
  await asAdmin(adminUrl, `CREATE DATABASE ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await migrateDigitization(url.href, await findRolePassword(adminUrl));
  const pool = createPool({ url: url.href, schema, applicationName: 'motcua bench', poolSize: 2 });
  return {
    url: url.href,
    pool,
    async close() {
      await pool.end();
      await asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** Roles are the server's: migrating sets the password, and a service that runs there must keep its own. The stored hash changes nothing. */
async function findRolePassword(adminUrl: string): Promise<string> {
  const [role] = await asAdmin(adminUrl, `SELECT rolpassword AS password FROM pg_authid WHERE rolname = '${digitizationRole}'`);
  return role?.password ?? randomUUID();
}

async function asAdmin(adminUrl: string, statement: string): Promise<{ password?: string | null }[]> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    return (await admin.query<{ password?: string | null }>(statement)).rows;
  } finally {
    await admin.end();
  }
}
