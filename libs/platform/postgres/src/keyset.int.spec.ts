import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { Keyset, Parameters, type KeysetPosition, type KeysetRow } from './keyset.ts';
import { toTransaction } from './transaction.ts';

const pool = new Pool({ connectionString: process.env['TEST_DATABASE_ADMIN_URL'] ?? 'postgres://missing', max: 1 });
const database = toTransaction(pool);
afterAll(() => pool.end());

// Moments that differ by a microsecond, or not at all, and two rows that have none.
beforeAll(async () => {
  await pool.query(`CREATE TEMP TABLE line (id int PRIMARY KEY, due timestamptz);
    INSERT INTO line SELECT n, CASE WHEN n < 9 THEN '2026-03-02 08:00:00.000001+07'::timestamptz + n / 3 * interval '1 microsecond' END
    FROM generate_series(1, 10) AS n`);
});

const columns = { due: [`coalesce(due, 'infinity')`, 'timestamptz'], id: ['id', 'int'] } as const;
type Name = keyof typeof columns;

async function readPage(keyset: Keyset<Name>, after: KeysetPosition<Name> | undefined, limit: number) {
  const parameters = new Parameters([10]);
  const where = ['id <= $1', ...keyset.behind(after, parameters)];
  const rows = await database.query<KeysetRow<{ id: number }, Name>>(
    `SELECT id, ${keyset.columns} FROM line WHERE ${where.join(' AND ')} ${keyset.orderAndLimit(limit, parameters)}`,
    parameters.values,
  );
  return keyset.cut(rows, limit);
}

async function readAll(keyset: Keyset<Name>, limit: number): Promise<number[][]> {
  const pages: number[][] = [];
  let after: KeysetPosition<Name> | undefined;
  do {
    const { page, next } = await readPage(keyset, after, limit);
    pages.push(page.map(({ id }) => id));
    after = next ?? undefined;
  } while (after !== undefined);
  return pages;
}

describe('a list by its keyset', () => {
  const ids = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

  it.each([1, 2, 3, 7, 9])('is read to its end, each row once, in pages of %i', async (limit) => {
    expect((await readAll(new Keyset(columns), limit)).flat()).toEqual(ids);
    expect((await readAll(new Keyset(columns, { isNewestFirst: true }), limit)).flat()).toEqual(ids.toReversed());
  });

  it('has no page behind one that it fills', async () => {
    expect(await readAll(new Keyset(columns), 5)).toEqual([ids.slice(0, 5), ids.slice(5)]);
    expect(await readAll(new Keyset(columns), 10)).toEqual([ids]);
  });

  it('ends where the row says, to the microsecond', async () => {
    const { next } = await readPage(new Keyset(columns), undefined, 3);
    expect(next).toEqual({ due: expect.stringMatching(/^2026-03-02 \d\d:00:00\.000002\+/), id: '3' });
    expect((await readPage(new Keyset(columns), undefined, 9)).next).toEqual({ due: 'infinity', id: '9' });
  });
});
