import { Client } from 'pg';
import type { DataSourceOptions } from '../create-data-source.ts';
import { sqlStateOf } from '../sql-state.ts';
import { ensureLogin, ensureRole } from './ensure-role.ts';
import { toReaderGrants, toServiceGrants, type Reader } from './grants.ts';
import { identifier } from './identifier.ts';

export interface MigrateServiceOptions {
  /** A role that may create schemas and roles. */
  readonly adminUrl: string;
  readonly schema: string;
  /** The service's runtime role, e.g. `motcua_intake`. */
  readonly role: string;
  readonly rolePassword: string;
  readonly migrations: NonNullable<DataSourceOptions['migrations']>;
  /** Other services' roles and what they may read here. */
  readonly readers?: readonly Reader[];
  /** Run last, each time: e.g. `REVOKE UPDATE, DELETE ON intake.event FROM motcua_intake`. Must be repeatable. */
  readonly afterwards?: readonly string[];
}

const LOCK_NOT_AVAILABLE = '55P03';
const LOCK_TIMEOUT_MS = 2_000;
/** A minute or two: longer than any transaction that a service may hold. */
const LOCK_ATTEMPTS = 40;

/** Any constant will do; one lock for all services of a database, so that they migrate one after another. */
const migrationLock = 7_150_920;

/**
 * Brings a service's schema, role and rights to where its code expects them. May be repeated, and run by several at once.
 *
 * @returns the names of the migrations that ran now
 */
export async function migrateService(options: MigrateServiceOptions): Promise<string[]> {
  const client = new Client({ connectionString: options.adminUrl, application_name: `migrate ${options.schema}` });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await prepare(client, options);
    const ran: string[] = [];
    await whileOthersHoldLocks(async () => {
      ran.push(...(await runMigrations(options)));
    });
    await client.query(`SET lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await whileOthersHoldLocks(() => grant(client, options));
    return ran;
  } finally {
    await client.end(); // releases the lock too
  }
}

async function prepare(client: Client, { schema, role, rolePassword, readers = [] }: MigrateServiceOptions): Promise<void> {
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${identifier(schema)}`);
  await whileOthersMigrate(() => ensureLogin(client, role, rolePassword));
  for (const reader of readers) await ensureRole(client, reader.role);
}

async function runMigrations({ adminUrl, schema, migrations }: MigrateServiceOptions): Promise<string[]> {
  const applicationName = `migrate ${schema}`;
  // Every service knows how it is migrated, and few have entities: TypeORM is loaded by whoever migrates (80 ms and 10 MB).
  const { createDataSource } = await import('../create-data-source.ts');
  const dataSource = createDataSource({
    url: adminUrl,
    schema,
    migrations,
    applicationName,
    poolSize: 1,
    lockTimeoutMs: LOCK_TIMEOUT_MS,
  });
  await dataSource.initialize();
  try {
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    return ran.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

async function grant(client: Client, { schema, role, readers = [], afterwards = [] }: MigrateServiceOptions): Promise<void> {
  const statements = [
    ...toServiceGrants(schema, role),
    ...readers.flatMap((reader) => toReaderGrants(schema, reader)),
    ...afterwards,
  ];
  for (const statement of statements) await client.query(statement);
}

/**
 * A statement that waits for a lock makes everybody wait behind it who wants the table meanwhile. So it gives up soon and comes again;
 * what migrations have run stays run.
 */
async function whileOthersHoldLocks(step: () => Promise<void>, attempts = LOCK_ATTEMPTS): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (attempts <= 1 || sqlStateOf(error) !== LOCK_NOT_AVAILABLE) throw error;
    await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 1_000));
    await whileOthersHoldLocks(step, attempts - 1);
  }
}

/** Roles are the cluster's, locks the database's: two databases that set one role at once get "tuple concurrently updated" (XX000). */
async function whileOthersMigrate(step: () => Promise<void>, attempts = 20): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (attempts <= 1 || sqlStateOf(error) !== 'XX000') throw error;
    await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 40));
    await whileOthersMigrate(step, attempts - 1);
  }
}
