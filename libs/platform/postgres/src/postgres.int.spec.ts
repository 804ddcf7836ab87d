import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client, type Pool } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createOwnDatabase, createPool, inTransaction, isUniqueViolation, migrateService, sqlStateOf } from './index.ts';

class CreateThing1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE thing (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text UNIQUE NOT NULL)');
    await runner.query('CREATE VIEW thing_view AS SELECT name FROM thing');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE thing CASCADE');
  }
}

const suffix = randomUUID().slice(0, 8);
const adminUrl = new URL(process.env['TEST_DATABASE_ADMIN_URL'] ?? 'postgres://missing');
const database = `postgres_spec_${suffix}`;
const role = `spec_writer_${suffix}`;
const readerRole = `spec_reader_${suffix}`;
const schema = 'things';

const urlFor = (user?: string) => {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  if (user !== undefined) [url.username, url.password] = [user, 'secret'];
  return url.href;
};
const migrate = () =>
  migrateService({
    adminUrl: urlFor(),
    schema,
    role,
    rolePassword: 'secret',
    migrations: [CreateThing1700000000000],
    readers: [{ role: readerRole, relations: ['things.thing_view'] }],
  });

async function asAdmin(sql: string): Promise<object[]> {
  const client = new Client({ connectionString: adminUrl.href });
  await client.connect();
  const { rows } = await client.query<object>(sql);
  await client.end();
  return rows;
}

let pool: Pool;

beforeAll(async () => {
  await asAdmin(`CREATE DATABASE ${database}`);
  const ran = await Promise.all([migrate(), migrate(), migrate()]);
  expect(ran.flat()).toEqual(['CreateThing1700000000000']);
  pool = createPool({ url: urlFor(role), schema, applicationName: 'spec', poolSize: 3 });
});

afterAll(async () => {
  await pool.end();
  await asAdmin(`DROP DATABASE ${database} WITH (FORCE)`);
  await asAdmin(`DROP ROLE IF EXISTS ${role}`);
  await asAdmin(`DROP ROLE IF EXISTS ${readerRole}`);
});

describe('migrateService', () => {
  it('may be repeated', async () => {
    expect(await migrate()).toEqual([]);
  });

  it('lets the role write rows and nothing more', async () => {
    const denied = async (sql: string) => sqlStateOf(await pool.query(sql).catch((error: unknown) => error));
    await pool.query("INSERT INTO thing (name) VALUES ('written')");
    expect(await denied('CREATE TABLE other (id int)')).toBe('42501');
    expect(await denied('CREATE TABLE public.other (id int)')).toBe('42501');
    expect(await denied('DROP TABLE thing')).toBe('42501');
    // A service looks whether it is migrated; it says so of itself and can make nothing of it.
    expect(await denied('SELECT * FROM migration')).toBeUndefined();
    expect(await denied('DELETE FROM migration')).toBe('42501');
  });

  it('bounds transactions of the role to five seconds where the server can, and lets one ask for more', async () => {
    const text = "SELECT setting FROM pg_settings WHERE name = 'transaction_timeout'";
    const settingOf = (rows: { setting: string }[]) => rows[0]?.setting ?? 'none before PostgreSQL 17';
    const [{ rows }, asked] = await Promise.all([
      pool.query<{ setting: string }>(text),
      inTransaction(pool, (tx) => tx.query<{ setting: string }>(text), { timeoutMs: 60_000 }),
    ]);
    expect([['5000', '60000'], Array.from({ length: 2 }, () => settingOf([]))]).toContainEqual([
      settingOf(rows),
      settingOf(asked),
    ]);
  });

  it("lets another service's role read the view it was given and not the table", async () => {
    await asAdmin(`ALTER ROLE ${readerRole} LOGIN PASSWORD 'secret'`);
    const reader = new Client({ connectionString: urlFor(readerRole) });
    await reader.connect();
    expect((await reader.query<{ name: string }>('SELECT name FROM things.thing_view')).rows).toEqual([{ name: 'written' }]);
    expect(sqlStateOf(await reader.query('SELECT * FROM things.thing').catch((error: unknown) => error))).toBe('42501');
    await reader.end();
  });
});

describe('createOwnDatabase', () => {
  it('is migrated, leaves the role its password, and is gone when it is dropped', async () => {
    const readHash = () => asAdmin(`SELECT rolpassword FROM pg_authid WHERE rolname = '${role}'`);
    const before = await readHash();
    const own = await createOwnDatabase({
      adminUrl: adminUrl.href,
      name: 'postgres_spec_own',
      role,
      migrate: (url, rolePassword) =>
        migrateService({ adminUrl: url, schema, role, rolePassword, migrations: [CreateThing1700000000000] }),
    });
    const client = new Client({ connectionString: own.url });
    await client.connect();
    expect((await client.query('SELECT FROM things.thing')).rowCount).toBe(0);
    await client.end();
    expect([before.length, await readHash()]).toEqual([1, before]);

    await own.drop();

    const name = new URL(own.url).pathname.slice(1);
    expect(await asAdmin(`SELECT FROM pg_database WHERE datname = '${name}'`)).toEqual([]);
  });
});

describe('inTransaction', () => {
  const count = async (name: string) => (await pool.query('SELECT FROM thing WHERE name = $1', [name])).rowCount;

  it('commits what it returns', async () => {
    const rows = await inTransaction(pool, (tx) =>
      tx.query<{ name: string }>('INSERT INTO thing (name) VALUES ($1) RETURNING name', ['a']),
    );
    expect(rows).toEqual([{ name: 'a' }]);
    expect(await count('a')).toBe(1);
  });

  it('rolls back what it throws and keeps the connection', async () => {
    const failing = inTransaction(pool, async (tx) => {
      await tx.execute('INSERT INTO thing (name) VALUES ($1)', ['b']);
      await tx.execute('INSERT INTO thing (name) VALUES ($1)', ['b']);
    });
    expect(isUniqueViolation(await failing.catch((error: unknown) => error), 'thing_name_key')).toBe(true);
    expect(await count('b')).toBe(0);
  });

  it('keeps one snapshot, read only, where asked to', async () => {
    const options = { isolation: 'repeatable read', readOnly: true, timeoutMs: 60_000 } as const;
    const inside = await inTransaction(
      pool,
      async (tx) => {
        const before = await tx.query('SELECT FROM thing');
        await pool.query("INSERT INTO thing (name) VALUES ('meanwhile')");
        return [before.length, (await tx.query('SELECT FROM thing')).length];
      },
      options,
    );
    expect(inside[1]).toBe(inside[0]);
    const writing = inTransaction(pool, (tx) => tx.execute("INSERT INTO thing (name) VALUES ('never')"), options);
    expect(sqlStateOf(await writing.catch((error: unknown) => error))).toBe('25006');
  });
});
