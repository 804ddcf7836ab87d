import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createPool } from './create-pool.ts';

export interface OwnDatabaseOptions {
  /** A role that may create databases and roles. */
  readonly adminUrl: string;
  /** Begins the database's name: lower-case letters and underscores. */
  readonly name: string;
  /** The service's role, which `migrate` makes. */
  readonly role: string;
  /** Migrates the empty database. */
  readonly migrate: (databaseUrl: string, rolePassword: string) => Promise<unknown>;
}

export interface OwnDatabase {
  /** The administrator's: the role keeps a password that nobody here knows. */
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** An empty, migrated database for one run of a bench, on a server that others may use. */
export async function createOwnDatabase({ adminUrl, name, role, migrate }: OwnDatabaseOptions): Promise<OwnDatabase> {
  const database = `${name}_${randomUUID().slice(0, 8)}`;
  await asAdmin(adminUrl, `CREATE DATABASE ${database}`);
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  await migrate(url.href, await findRolePassword(adminUrl, role));
  return {
    url: url.href,
    drop: async () => {
      await asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    },
  };
}

export interface OpenedDatabaseOptions extends OwnDatabaseOptions {
  readonly schema: string;
  readonly poolSize: number;
}

export interface OpenedDatabase {
  /** The administrator's. */
  readonly url: string;
  readonly pool: pg.Pool;
  /** Ends the connections and drops it. */
  close(): Promise<void>;
}

/** The same with connections of its own. */
export async function openOwnDatabase({ schema, poolSize, ...own }: OpenedDatabaseOptions): Promise<OpenedDatabase> {
  const { url, drop } = await createOwnDatabase(own);
  const pool = createPool({ url, schema, applicationName: 'motcua bench', poolSize, answerWithinMs: 15 * 60_000 });
  return {
    url,
    pool,
    async close() {
      await pool.end();
      await drop();
    },
  };
}

/**
 * Roles belong to the whole server: a service of the product that runs there must keep its password, which migrating sets. Setting
 * the stored hash changes nothing. Where there is no such role yet, a password nobody learns.
 */
async function findRolePassword(adminUrl: string, role: string): Promise<string> {
  // Who may not read the hashes may still make a role that is not there.
  const roles = await asAdmin(adminUrl, 'SELECT 1 FROM pg_roles WHERE rolname = $1', role);
  if (roles.length === 0) return randomUUID();
  const [stored] = await asAdmin(adminUrl, 'SELECT rolpassword AS password FROM pg_authid WHERE rolname = $1', role);
  return stored?.password ?? randomUUID();
}

async function asAdmin(adminUrl: string, statement: string, ...values: string[]): Promise<{ password?: string | null }[]> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    return (await admin.query<{ password?: string | null }>(statement, values)).rows;
  } finally {
    await admin.end();
  }
}
