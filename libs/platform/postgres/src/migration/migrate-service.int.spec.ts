import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, testRolePassword, waitFor, type TestDatabase } from '@motcua/testing';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { MigrationClass } from './list-missing-migrations.ts';
import { createPool } from '../create-pool.ts';
import { inTransaction, longestTransactionMs } from '../in-transaction.ts';
import { lockRetryDeadlineMs, migrateService } from './migrate-service.ts';

class CreateThing1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE thing (id int)');
  }
  down(): Promise<void> {
    return Promise.resolve();
  }
}

class WidenThing1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE thing ADD COLUMN name text');
  }
  down(): Promise<void> {
    return Promise.resolve();
  }
}

class NarrowThing1700000001500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE thing ALTER COLUMN name TYPE varchar(9)');
  }
  down(): Promise<void> {
    return Promise.resolve();
  }
}

/** As every index on a large table is made: beside the service's work, outside of a transaction, and again where half of it was left. */
class IndexThing1700000002000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET lock_timeout = 0');
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS thing_name');
    await runner.query('CREATE INDEX CONCURRENTLY thing_name ON thing (name)');
    await runner.query('RESET lock_timeout');
  }
  down(): Promise<void> {
    return Promise.resolve();
  }
}

let database: TestDatabase;
let admin: pg.Client;
let pool: pg.Pool;
let other: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  [admin, other] = [new pg.Client({ connectionString: database.url }), new pg.Client({ connectionString: database.url })];
  await Promise.all([admin.connect(), other.connect()]);
  pool = createPool({ url: database.url, schema: 'spec', applicationName: 'spec' });
  await migrate({}, CreateThing1700000000000);
}, 60_000);
afterAll(async () => {
  await Promise.all([admin.end(), other.end(), pool.end()]);
  await database.drop();
});

const migrate = (more: { readonly lockRetryDeadlineMs?: number }, ...migrations: MigrationClass[]): Promise<string[]> =>
  migrateService({
    ...more,
    adminUrl: database.url,
    schema: 'spec',
    role: 'motcua_migration_spec',
    rolePassword: testRolePassword,
    migrations,
  });

describe('a migration', () => {
  it('comes again for a table that somebody holds, and lets others pass meanwhile', async () => {
    await admin.query('BEGIN; SELECT FROM spec.thing');
    const migrated = migrate({}, CreateThing1700000000000, WidenThing1700000001000);
    const waiting = "SELECT FROM pg_locks WHERE NOT granted AND relation = 'spec.thing'::regclass";
    await waitFor(async () => (await admin.query(waiting)).rowCount === 1, { describe: 'the migration to wait for the table' });
    // Behind it in the queue for a table that is still held: there is no answer before the migration lets go.
    await other.query('SELECT FROM spec.thing');
    await admin.query('COMMIT');
    expect(await migrated).toEqual(['WidenThing1700000001000']);
  }, 60_000);

  it('comes again for longer than any transaction may take, and where it gives up says who holds what it waits for', async () => {
    expect(lockRetryDeadlineMs).toBeGreaterThan(longestTransactionMs);
    await expect(inTransaction(pool, () => Promise.resolve(), { timeoutMs: longestTransactionMs + 1 })).rejects.toThrow(
      'migrations wait for no transaction longer than 900 s',
    );
    await admin.query("BEGIN; SET application_name = 'a long look'; SELECT FROM spec.thing");
    const impatient = migrate(
      { lockRetryDeadlineMs: 500 },
      CreateThing1700000000000,
      WidenThing1700000001000,
      NarrowThing1700000001500,
    );
    await expect(impatient).rejects.toThrow(/lock timeout: .*thing is held by "a long look" since \d{4}-/s);
    await admin.query('COMMIT');
    const ran = await migrate({}, CreateThing1700000000000, WidenThing1700000001000, NarrowThing1700000001500);
    expect(ran).toEqual(['NarrowThing1700000001500']);
  }, 60_000);

  it('makes an index concurrently, anew where an earlier attempt left half of it', async () => {
    await admin.query('CREATE INDEX thing_name ON spec.thing (id)');
    const migrations = [CreateThing1700000000000, WidenThing1700000001000, NarrowThing1700000001500, IndexThing1700000002000];
    expect(await migrate({}, ...migrations)).toEqual(['IndexThing1700000002000']);
    const { rows } = await admin.query<{ indexdef: string }>(`SELECT indexdef FROM pg_indexes WHERE indexname = 'thing_name'`);
    expect(rows).toEqual([{ indexdef: 'CREATE INDEX thing_name ON spec.thing USING btree (name)' }]);
  }, 60_000);
});
