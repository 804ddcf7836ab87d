import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { toTransaction } from '../transaction.ts';
import { jsonColumn, momentColumn, textListColumn } from './bulk-column.ts';
import { createBulkInsert } from './bulk-insert.ts';

const client = new Client({ connectionString: process.env['TEST_DATABASE_ADMIN_URL'] ?? 'postgres://missing' });
const database = toTransaction(client);
beforeAll(() => client.connect());
afterAll(() => client.end());
beforeEach(async () => {
  await client.query(`DROP TABLE IF EXISTS pg_temp.line;
    CREATE TEMP TABLE line (place int GENERATED ALWAYS AS IDENTITY, id text, part int, version int, body jsonb, path text[], at timestamptz,
      PRIMARY KEY (id, part))`);
});

const key = ['id', 'part'] as const;
const columns = { id: 'text', part: 'int4', version: 'int4', body: jsonColumn, path: textListColumn, at: momentColumn } as const;
const toRow = (id: string, version: number) => ({
  id,
  part: 1,
  version,
  body: JSON.stringify({ name: 'Giấy "tờ"' }),
  path: JSON.stringify(['phu-tho', 'a,{b}']),
  at: Date.parse('2026-03-02T01:00:00.123Z'),
});
const stored = async (): Promise<unknown[]> =>
  (await client.query<{ line: unknown }>(`SELECT id || part || ':' || version AS line FROM line ORDER BY place`)).rows.map(
    ({ line }) => line,
  );

describe('many rows by one statement', () => {
  it('hold what was given, absent as null', async () => {
    await createBulkInsert({ into: 'line', columns })(database, [
      toRow('a', 1),
      { id: 'b', part: 2, version: null, body: undefined, path: null, at: null },
    ]);
    const { rows } = await client.query('SELECT id, part, version, body, path, at FROM line ORDER BY id');
    expect(rows).toEqual([
      { ...toRow('a', 1), body: { name: 'Giấy "tờ"' }, path: ['phu-tho', 'a,{b}'], at: new Date('2026-03-02T01:00:00.123Z') },
      { id: 'b', part: 2, version: null, body: null, path: null, at: null },
    ]);
  });

  it('come in the order given where nothing is there before, and by key where something may be', async () => {
    const rows = [toRow('c', 1), toRow('a', 1), toRow('b', 1)];
    await createBulkInsert({ into: 'line', columns })(database, rows);
    expect(await stored()).toEqual(['c1:1', 'a1:1', 'b1:1']);
    await client.query('TRUNCATE line');
    await createBulkInsert({ into: 'line', columns, key, ifThere: 'keep' })(database, rows);
    expect(await stored()).toEqual(['a1:1', 'b1:1', 'c1:1']);
    await client.query('TRUNCATE line');
    await createBulkInsert({ into: 'line', columns, key, ifThere: 'keep', order: 'given' })(database, rows);
    expect(await stored()).toEqual(['c1:1', 'a1:1', 'b1:1']);
  });

  it('fail where one is there, unless told what becomes of it; what was written is answered', async () => {
    await createBulkInsert({ into: 'line', columns })(database, [toRow('a', 3)]);
    await expect(createBulkInsert({ into: 'line', columns })(database, [toRow('a', 4)])).rejects.toMatchObject({ code: '23505' });
    const known = { into: 'line', columns, key, returning: 'id' } as const;
    const keep = createBulkInsert({ ...known, ifThere: 'keep' });
    expect(await keep(database, [toRow('a', 4), toRow('b', 1)])).toEqual([{ id: 'b' }]);
    const replace = createBulkInsert({ ...known, ifThere: 'replace', replaceWhere: 'line.version < excluded.version' });
    expect(await replace(database, [toRow('a', 2), toRow('b', 2)])).toEqual([{ id: 'b' }]);
    expect(await stored()).toEqual(['a1:3', 'b1:2']);
    await createBulkInsert({ ...known, ifThere: 'replace' })(database, [toRow('a', 2)]);
    expect(await stored()).toEqual(['a1:2', 'b1:2']);
  });

  it('that are none are no statement', async () => {
    expect(await createBulkInsert({ into: 'no_such_table', columns })(database, [])).toEqual([]);
  });
});
