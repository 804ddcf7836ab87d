import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createProgress } from '@motcua/terminal';
import { createTestDatabase, type TestDatabase } from '@motcua/testing';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Pool } from 'pg';
import { createBackupKey, readBackupKey } from './backup-key.ts';
import { createBackup } from './create-backup.ts';
import { placesOf, readManifest } from './manifest.ts';
import { restoreDatabase, restoreFolders } from './restore-backup.ts';

const progress = createProgress({ stream: new PassThrough() });
const exactMoment = '2026-11-28 20:52:31.123456+00';

/** What services' migrations leave behind, with every kind of column that they have, and one row that a migration wrote. */
const migrated = `
  CREATE SCHEMA intake; CREATE SCHEMA catalogue; CREATE SCHEMA sla; CREATE SCHEMA digitization; CREATE SCHEMA kpi; CREATE SCHEMA queue;
  CREATE TYPE intake.mood AS ENUM ('calm', 'hot');
  CREATE TABLE intake.event (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    body text NOT NULL, sealed bytea, exact numeric, rough float8, packed bigint[], mood intake.mood, at timestamptz, spoken json,
    facts jsonb, twice numeric GENERATED ALWAYS AS (exact * 2) STORED);
  CREATE TABLE catalogue.ref_event (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, xid xid8 NOT NULL DEFAULT pg_current_xact_id(), body text);
  CREATE TABLE sla.event (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, xid xid8 NOT NULL DEFAULT pg_current_xact_id(), body text);
  CREATE TABLE digitization.event (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, xid xid8 NOT NULL DEFAULT pg_current_xact_id(), body text);
  CREATE TABLE kpi.fact_0 (n int); CREATE TABLE queue.job (n int);
  CREATE TABLE intake.a_child (parent bigint REFERENCES intake.event);
  CREATE FUNCTION intake.stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stays'; END $$;
  CREATE TRIGGER stays BEFORE INSERT OR TRUNCATE ON intake.a_child EXECUTE FUNCTION intake.stays();
  ${['intake', 'catalogue', 'sla', 'digitization']
    .map(
      (
        schema,
      ) => `CREATE TABLE ${schema}.store_identity (store_id uuid DEFAULT gen_random_uuid(), since timestamptz DEFAULT now());
      INSERT INTO ${schema}.store_identity DEFAULT VALUES;
      CREATE TABLE ${schema}.relay_cursor (relay text); CREATE TABLE ${schema}.relay_checkpoint (relay text);`,
    )
    .join('\n')}
  ${['intake', 'catalogue', 'sla', 'digitization', 'kpi']
    .map((schema) => `CREATE TABLE ${schema}.migration (name text); INSERT INTO ${schema}.migration VALUES ('Create1');`)
    .join('\n')}`;

let folder: string;
let key: Buffer;
let source: { database: TestDatabase; pool: Pool };
const opened: { database: TestDatabase; pool: Pool }[] = [];
const open = async () => {
  const database = await createTestDatabase();
  const one = { database, pool: new Pool({ connectionString: database.url, max: 2 }) };
  opened.push(one);
  await one.pool.query(migrated);
  return one;
};
const listEvents = async (pool: Pool): Promise<readonly unknown[]> =>
  (
    await pool.query<Record<string, unknown>>(
      'SELECT position::text, body, sealed, exact::text, rough::text, packed::text, mood, at::text, spoken::jsonb::text, facts::text, twice::text FROM intake.event ORDER BY position',
    )
  ).rows;
const placesAt = (name: string) => ({ secrets: join(folder, name, 'secrets'), store: join(folder, name, 'store') });

beforeAll(async () => {
  source = await open();
  await source.pool.query("SET session_replication_role = 'replica'");
  await source.pool.query(
    `INSERT INTO intake.event (body, sealed, exact, rough, packed, mood, at, spoken, facts) VALUES
      ($1, '\\x00ff10', 12345678901234567890.123456789, 'NaN', '{9223372036854775807,NULL}', 'hot', '${exactMoment}', E'{"a":\\n 1}', '{"b": [1, "é"]}'),
      ($2, NULL, NULL, 0.1, NULL, NULL, 'infinity', NULL, NULL)`,
    ['Nguyễn Thị Hoa\n"0912345678"\\ \u2028', '#{"sequences": []}'],
  );
  await source.pool.query('INSERT INTO kpi.fact_0 VALUES (1); INSERT INTO queue.job VALUES (1)');
  await source.pool.query(
    "SET session_replication_role = 'replica'; INSERT INTO intake.a_child VALUES (2); SET session_replication_role = 'origin'",
  );
});
afterAll(async () => {
  for (const { database, pool } of opened) {
    await pool.end();
    await database.drop();
  }
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-spec-'));
  await createBackupKey(join(folder, 'key'));
  key = await readBackupKey(join(folder, 'key'));
  const { secrets, store } = placesAt('from');
  await mkdir(join(secrets, 'deep'), { recursive: true });
  await writeFile(join(secrets, 'deep', 'secrets.json'), '{"role":"geheim"}');
  for (const shelf of ['contents', 'keys']) {
    await mkdir(join(store, shelf, 'ab', 'cd'), { recursive: true });
    await writeFile(join(store, shelf, 'ab', 'cd', 'abcd'), `sealed ${shelf}`);
  }
});
afterEach(() => rm(folder, { recursive: true }));
const take = () => createBackup(join(folder, 'backup'), key, { databaseUrl: source.database.url, ...placesAt('from') }, progress);

describe('a backup', () => {
  it('brings rows to the last digit, keys and files into an empty installation, whose events are adopted', async () => {
    const manifest = await take();
    expect(manifest).toMatchObject({ format: 1, contents: 1, hasSecrets: true });
    expect(manifest.tables).toMatchObject({ 'intake.event': 2, 'intake.a_child': 1, 'sla.event': 0 });
    expect(Object.keys(manifest.tables)).not.toEqual(expect.arrayContaining(['kpi.fact_0']));
    expect(Object.keys(manifest.tables).filter((name) => /migration|relay|queue/.test(name))).toEqual([]);

    const target = await open();
    await restoreFolders(join(folder, 'backup'), key, manifest, placesAt('to'), progress);
    const adopted = await restoreDatabase(join(folder, 'backup'), key, manifest, target.database.url, progress);
    expect(await listEvents(target.pool)).toEqual(await listEvents(source.pool));
    expect((await target.pool.query('SELECT parent FROM intake.a_child')).rows).toEqual([{ parent: '2' }]);
    expect(adopted.map(({ schema, events }) => [schema, events])).toEqual([
      ['intake', 2],
      ['catalogue', 0],
      ['sla', 0],
      ['digitization', 0],
    ]);
    const { rows: next } = await target.pool.query(`INSERT INTO intake.event (body) VALUES ('next') RETURNING position`);
    expect(next).toEqual([{ position: '3' }]);
    const { secrets, store } = placesAt('to');
    expect(await readFile(join(secrets, 'deep', 'secrets.json'), 'utf8')).toBe('{"role":"geheim"}');
    expect((await stat(join(secrets, 'deep', 'secrets.json'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(store, 'contents', 'ab', 'cd', 'abcd'), 'utf8')).toBe('sealed contents');
    await expect(restoreDatabase(join(folder, 'backup'), key, manifest, target.database.url, progress)).rejects.toMatchObject({
      code: 'backup.not-empty',
    });
  });

  it('has nothing of a person or a key in clear, and opens with its own key alone', async () => {
    const manifest = await take();
    const { database, secrets } = placesOf(join(folder, 'backup'));
    expect((await readdir(join(folder, 'backup'))).sort()).toEqual(['backup.json', 'database.sealed', 'files', 'secrets.sealed']);
    for (const part of [database, secrets]) expect(String(await readFile(part))).not.toMatch(/Hoa|0912345678|geheim/);
    await createBackupKey(join(folder, 'other'));
    const other = await readBackupKey(join(folder, 'other'));
    const target = await open();
    await expect(restoreDatabase(join(folder, 'backup'), other, manifest, target.database.url, progress)).rejects.toMatchObject({
      code: 'backup.damaged',
    });
    await expect(restoreFolders(join(folder, 'backup'), other, manifest, placesAt('to'), progress)).rejects.toMatchObject({
      code: 'backup.damaged',
    });
    await expect(createBackupKey(join(folder, 'other'))).rejects.toMatchObject({ code: 'backup.key-exists' });
  });

  it.each<[string, (part: string) => Promise<void>]>([
    ['cut off', async (part) => writeFile(part, (await readFile(part)).subarray(0, -20))],
    [
      'altered',
      async (part) => {
        const bytes = await readFile(part);
        bytes[bytes.length - 30] = (bytes.at(-30) ?? 0) ^ 1;
        await writeFile(part, bytes);
      },
    ],
  ])('that was %s restores nothing', async (_what, harm) => {
    const manifest = await take();
    await harm(placesOf(join(folder, 'backup')).database);
    const target = await open();
    await expect(restoreDatabase(join(folder, 'backup'), key, manifest, target.database.url, progress)).rejects.toMatchObject({
      code: 'backup.damaged',
    });
    expect(await listEvents(target.pool)).toEqual([]);
  });

  it('of other migrations, or with fewer rows than it says, is refused whole', async () => {
    const manifest = await take();
    const target = await open();
    const restore = (said: typeof manifest) => restoreDatabase(join(folder, 'backup'), key, said, target.database.url, progress);
    await expect(restore({ ...manifest, tables: { ...manifest.tables, 'intake.event': 3 } })).rejects.toMatchObject({
      code: 'backup.incomplete',
    });
    await target.pool.query(`INSERT INTO sla.migration VALUES ('Create2')`);
    await expect(restore(manifest)).rejects.toMatchObject({ code: 'backup.release-differs' });
    expect(await listEvents(target.pool)).toEqual([]);
    await rm(placesOf(join(folder, 'backup')).manifest);
    await expect(readManifest(join(folder, 'backup'))).rejects.toMatchObject({ code: 'backup.unreadable' });
  });
});
