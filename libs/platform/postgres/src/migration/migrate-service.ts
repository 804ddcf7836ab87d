import pRetry from 'p-retry';
import { Client } from 'pg';
import type { DataSourceOptions } from '../create-data-source.ts';
import { longestTransactionMs } from '../in-transaction.ts';
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
  /** How long it comes again for a lock that others hold; longer than the longest transaction unless told. */
  readonly lockRetryDeadlineMs?: number;
}

const LOCK_NOT_AVAILABLE = '55P03';
/** So long boards wait behind a statement of ours that waits itself, and then have twice the time. */
const LOCK_TIMEOUT_MS = 1_000;
/** At least; at most twice as long. */
const LOCK_REST_MS = 1_500;
export const lockRetryDeadlineMs = longestTransactionMs + 5 * 60_000;

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
    const retry = { deadlineMs: options.lockRetryDeadlineMs ?? lockRetryDeadlineMs, client, schema: options.schema };
    await whileOthersHoldLocks(retry, async () => {
      ran.push(...(await runMigrations(options)));
    });
    await client.query(`SET lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await whileOthersHoldLocks(retry, () => grant(client, options));
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

interface LockRetry {
  readonly deadlineMs: number;
  readonly client: Client;
  readonly schema: string;
}

/**
 * A statement that waits for a lock makes everybody wait behind it who wants the table meanwhile. So it gives up soon and comes again;
 * what migrations have run stays run.
 */
async function whileOthersHoldLocks(retry: LockRetry, step: () => Promise<void>): Promise<void> {
  const isHeld = (error: unknown): boolean => sqlStateOf(error) === LOCK_NOT_AVAILABLE;
  try {
    await pRetry(step, {
      ...{ retries: Infinity, factor: 1, minTimeout: LOCK_REST_MS, randomize: true, maxRetryTime: retry.deadlineMs },
      shouldRetry: ({ error }) => isHeld(error),
    });
  } catch (error) {
    throw isHeld(error) ? await toTellingError(retry, error) : error;
  }
}

/** The error with who holds tables of the schema, so that somebody can be asked, or ended. */
async function toTellingError({ client, schema }: LockRetry, cause: unknown): Promise<Error> {
  const { rows } = await client.query<{ holder: string }>(
    `SELECT DISTINCT format('%s is held by "%s" since %s', l.relation::regclass, a.application_name, a.xact_start) AS holder
     FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE l.relation IN (SELECT oid FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind IN ('r', 'p', 'v', 'm'))
       AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND pid <> pg_backend_pid()
     ORDER BY 1`,
    [schema],
  );
  const { message } = cause as Error;
  return new Error(`${message}: ${rows.map(({ holder }) => holder).join('; ')}`, { cause });
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
