import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createTestDatabase, FaultProxy, waitFor, type TestDatabase } from '@motcua/testing';
import { Client, type Pool } from 'pg';
import { createPool, inTransaction, isTransient } from './index.ts';

/** What a busy server answers in all the same. */
const ANSWER_WITHIN_MS = 1_500;

let database: TestDatabase;
let proxy: FaultProxy;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  const before = await FaultProxy.before(database.url);
  proxy = before.proxy;
  pool = createPool({
    url: before.url,
    schema: 'public',
    applicationName: 'spec',
    poolSize: 2,
    answerWithinMs: ANSWER_WITHIN_MS,
  });
}, 60_000);
afterAll(async () => {
  await pool.end();
  await proxy.close();
  await database.drop();
});

/** What a promise is rejected with. */
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a connection whose network has gone silent', () => {
  it('fails a statement after a while, as something that passes, and is not used again', async () => {
    await pool.query('SELECT 1');
    proxy.silence();
    const error = await failureOf(pool.query('SELECT 1'));
    expect(error).toMatchObject({ message: 'Query read timeout' });
    expect([isTransient(error), pool.totalCount]).toEqual([true, 0]);
    proxy.heal();
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  }, 60_000);

  it('ends a transaction without waiting for its rollback, which no one would hear', async () => {
    const asked = jest.spyOn(Client.prototype, 'query');
    const error = await failureOf(
      inTransaction(pool, async (transaction) => {
        await transaction.query('SELECT 1');
        proxy.silence();
        await transaction.query('SELECT 2');
      }),
    );
    expect(isTransient(error)).toBe(true);
    const statements = asked.mock.calls.map(([asking]: readonly unknown[]) => asking as string | { readonly text: string });
    asked.mockRestore();
    expect(statements.map((asking) => (typeof asking === 'string' ? asking : asking.text))).toEqual([
      'BEGIN',
      'SELECT 1',
      'SELECT 2',
    ]);
    expect(pool.totalCount).toBe(0);
    proxy.heal();
    await waitFor(async () => (await pool.query('SELECT 1')).rowCount === 1, { describe: 'an answer' });
  }, 60_000);

  it('is not confused with a transaction that may take longer', async () => {
    const sleep = `SELECT pg_sleep(${(1.5 * ANSWER_WITHIN_MS) / 1_000})`;
    await expect(inTransaction(pool, (transaction) => transaction.query(sleep))).rejects.toThrow('Query read timeout');
    await expect(inTransaction(pool, (transaction) => transaction.query(sleep), { timeoutMs: 10_000 })).resolves.toHaveLength(1);
    await expect(inTransaction(pool, (transaction) => transaction.query(sleep), { timeoutMs: 0 })).resolves.toHaveLength(1);
  }, 60_000);

  it('is given up by the server too, whose locks others wait for', async () => {
    const { rows } = await pool.query(
      `SELECT name, setting::int AS value FROM pg_settings WHERE name ~ '^tcp_' ORDER BY name COLLATE "C"`,
    );
    expect(rows).toEqual([
      { name: 'tcp_keepalives_count', value: 3 },
      { name: 'tcp_keepalives_idle', value: 10 },
      { name: 'tcp_keepalives_interval', value: 5 },
      { name: 'tcp_user_timeout', value: 20_000 },
    ]);
  });
});
