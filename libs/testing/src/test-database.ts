import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { getTestDatabaseAdminUrl } from './test-stack-address.ts';
import { uniqueName } from './unique-name.ts';

/**
 * Of every service's role. Roles belong to the whole server: a suite that gave one another password would lock out all suites that
 * have a copy of a template, and were not asked.
 */
export const testRolePassword = 'only-for-tests';

export interface TestDatabase {
  readonly name: string;
  /** Superuser URL of this database. */
  readonly url: string;
  /** Cuts off who is still connected and drops it. */
  drop(): Promise<void>;
}

export interface DatabaseTemplate {
  /** One name for one schema, for example `intake`; letters, digits and `_`. */
  readonly name: string;
  /** Runs once a test run, on an empty database: creates the schema that every suite gets a copy of. */
  readonly migrate: (adminUrl: string) => Promise<void>;
}

/** A fresh database for one suite: empty, or a copy (0.1 s) of a template that is migrated once a test run. */
export async function createTestDatabase({ template }: { template?: DatabaseTemplate } = {}): Promise<TestDatabase> {
  const name = uniqueName('test');
  await withAdmin(async (admin) => {
    const source = template === undefined ? 'template0' : await prepareTemplate(admin, template);
    await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${source}"`);
  });
  return {
    name,
    url: toDatabaseUrl(name),
    drop: () =>
      withAdmin(async (admin) => {
        await untilLeft(admin, name);
        await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      }),
  };
}

/**
 * A pool has ended before the connections in it have: one that is cut off while it still closes has nobody left to hear of it, and fails
 * the suite. Whoever stays longer than that stays on purpose.
 */
async function untilLeft(admin: pg.Client, name: string): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    const { rowCount } = await admin.query('SELECT FROM pg_stat_activity WHERE datname = $1', [name]);
    if (rowCount === 0) return;
    await delay(25);
  }
}

/** Under an advisory lock, because the suites of several Jest workers ask for it at once. Half a template is dropped. */
async function prepareTemplate(admin: pg.Client, { name, migrate }: DatabaseTemplate): Promise<string> {
  const database = `template_${name}_${process.env['TEST_RUN_ID'] ?? 'run'}`;
  await admin.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [database]);
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  if (rowCount !== 0) return database;

  await admin.query(`CREATE DATABASE "${database}" TEMPLATE template0`);
  try {
    await migrate(toDatabaseUrl(database));
  } catch (error) {
    await admin.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
    throw error;
  }
  return database;
}

async function withAdmin(work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: getTestDatabaseAdminUrl() });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end(); // Gives the advisory lock back too.
  }
}

function toDatabaseUrl(database: string): string {
  const url = new URL(getTestDatabaseAdminUrl());
  url.pathname = `/${database}`;
  return url.href;
}
