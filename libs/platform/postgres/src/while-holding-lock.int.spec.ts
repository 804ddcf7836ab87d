import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, waitFor, type TestDatabase } from '@motcua/testing';
import type { Pool } from 'pg';
import { createPool, inTransaction, whileHoldingLock } from './index.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool({ url: database.url, schema: 'public', applicationName: 'spec', poolSize: 4 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Holds the lock until told. */
function hold(key: string) {
  let letGo: () => void = () => undefined;
  const told = new Promise<void>((resolve) => (letGo = resolve));
  let isHeld = false;
  let lost: AbortSignal | undefined;
  let pid = 0;
  const holding = whileHoldingLock(pool, key, async (held) => {
    [{ pid }] = (await held.database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
    lost = held.lost;
    isHeld = true;
    await told;
    return 'done';
  });
  return {
    holding,
    letGo: () => {
      letGo();
    },
    isHeld: () => isHeld,
    isLost: () => lost?.aborted === true,
    pid: () => pid,
  };
}

describe('a lock that is held while something is done', () => {
  it('is nobody else’s meanwhile, and free afterwards, for connections and for transactions', async () => {
    const first = hold('a');
    await waitFor(first.isHeld, { describe: 'the lock' });
    expect(await whileHoldingLock(pool, 'a', () => Promise.resolve('second'))).toBeUndefined();
    expect(await whileHoldingLock(pool, 'b', () => Promise.resolve('other'))).toBe('other');
    const inOne = inTransaction(pool, (transaction) =>
      transaction.query(`SELECT pg_advisory_xact_lock(hashtextextended('a', 0)), 'taken' AS word`),
    );
    const waiting = whileHoldingLock(pool, 'a', () => Promise.resolve('waited'), { waitMs: 20_000 });
    first.letGo();
    expect(await first.holding).toBe('done');
    expect(await inOne).toMatchObject([{ word: 'taken' }]);
    expect(await waiting).toBe('waited');
  });

  it('is free where the work failed', async () => {
    await expect(whileHoldingLock(pool, 'c', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await whileHoldingLock(pool, 'c', () => Promise.resolve('again'))).toBe('again');
  });

  it('tells when it is lost with its connection', async () => {
    const first = hold('d');
    await waitFor(first.isHeld, { describe: 'the lock' });
    await pool.query('SELECT pg_terminate_backend($1)', [first.pid()]);
    await waitFor(first.isLost, { describe: 'the loss to be told' });
    expect(await whileHoldingLock(pool, 'd', () => Promise.resolve('another'))).toBe('another');
    first.letGo();
    await expect(first.holding).rejects.toThrow();
  });
});
