import { createPool } from '@motcua/postgres';
import { randomUUID } from 'node:crypto';
import pg, { type Pool } from 'pg';
import { migrateSla, slaRole } from '../migrations/migrate-sla.ts';

/** A migrated database of a bench's own; gone after `close`. */
export interface BenchStand {
  readonly pool: Pool;
  readonly url: string;
  close(): Promise<void>;
}

/** `adminUrl` is of a role that may create databases and roles. */
export async function createBenchStand(adminUrl: string): Promise<BenchStand> {
  const database = `motcua_bench_timers_${randomUUID().slice(0, 8)}`;
  await asAdmin(adminUrl, `CREATE DATABASE ${database}`);
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  await migrateSla(url.href, await findRolePassword(adminUrl));
  const pool = createPool({ url: url.href, schema: 'sla', applicationName: 'motcua bench' });
  return {
    pool,
    url: url.href,
    async close() {
      await pool.end();
      await asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    },
  };
}

/**
 * Roles belong to the whole server: a service of the product that runs there must keep its password, which migrating sets. Setting
 * the stored hash changes nothing. Where there is no such role yet, a password nobody learns: the bench works as the administrator.
 */
async function findRolePassword(adminUrl: string): Promise<string> {
  const roles = await asAdmin(adminUrl, `SELECT 1 FROM pg_roles WHERE rolname = '${slaRole}'`);
  if (roles.length === 0) return randomUUID();
  const [role] = await asAdmin(adminUrl, `SELECT rolpassword AS password FROM pg_authid WHERE rolname = '${slaRole}'`);
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
