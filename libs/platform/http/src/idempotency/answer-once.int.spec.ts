import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPool, inTransaction } from '@motcua/postgres';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { answerOnce, forgetOldAnswers, idempotencyTable, toIdempotentRequest } from '../index.ts';

const schema = `idem_${randomUUID().slice(0, 8)}`;
let pool: Pool;
let done: number;

beforeAll(async () => {
  pool = createPool({ url: process.env['TEST_DATABASE_ADMIN_URL'] ?? '', schema, applicationName: 'spec' });
  await pool.query(`CREATE SCHEMA ${schema}`);
  await pool.query(idempotencyTable(schema));
});
beforeEach(() => {
  done = 0;
});
afterAll(async () => {
  await pool.query(`DROP SCHEMA ${schema} CASCADE`);
  await pool.end();
});

const request = (key: string | undefined, body: unknown = { a: 1 }) =>
  toIdempotentRequest({ actor: 'an', key, method: 'POST', path: '/v1/dossiers', body });

const post = (key: string | undefined, body?: unknown, meanwhile: () => Promise<unknown> = () => Promise.resolve()) =>
  inTransaction(pool, (transaction) =>
    answerOnce(transaction, request(key, body), async () => {
      done += 1;
      await meanwhile();
      return { status: 201, body: { serial: done }, headers: { etag: '"1"' } };
    }),
  );
const refusal = (code: string) => expect.objectContaining({ code });

describe('answerOnce', () => {
  it('does the work once and repeats its answer', async () => {
    const answer = { status: 201, body: { serial: 1 }, headers: { etag: '"1"' } };
    expect(await post('once')).toEqual({ ...answer, replayed: false });
    expect(await post('once')).toEqual({ ...answer, replayed: true });
    expect(done).toBe(1);
  });

  it('refuses another body under the same key', async () => {
    await post('reused');
    await expect(post('reused', { a: 2 })).rejects.toEqual(refusal('idempotency.key-reused'));
  });

  it('refuses a twin while the first is at work, and answers it afterwards', async () => {
    const first = await post('busy', undefined, async () => {
      await expect(post('busy')).rejects.toEqual(refusal('idempotency.in-flight'));
    });
    expect(await post('busy')).toEqual({ ...first, replayed: true });
  });

  it('lets exactly one of many twins do the work', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => post('crowd')));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled' && !outcome.value.replayed)).toHaveLength(1);
    const { rowCount } = await pool.query('SELECT FROM idempotency_key WHERE key = $1', [request('crowd')?.key]);
    expect(rowCount).toBe(1);
  });

  it('keeps nothing of work that failed', async () => {
    await expect(post('failed', undefined, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await post('failed')).toMatchObject({ replayed: false });
  });

  it('keeps no key as it was given, and finds what an earlier version kept by it', async () => {
    await post('Hoa/0912345678');
    const { rows } = await pool.query<{ all: string }>('SELECT string_agg(k::text, chr(10)) AS all FROM idempotency_key k');
    expect(rows[0]?.all).not.toMatch(/Hoa|0912345678/);

    await pool.query('UPDATE idempotency_key SET key = $2 WHERE key = $1', [request('Hoa/0912345678')?.key, 'Hoa/0912345678']);
    expect(await post('Hoa/0912345678')).toMatchObject({ replayed: true });
  });

  it('protects nobody who asked for nothing', async () => {
    await post(undefined);
    await post(undefined);
    expect(done).toBe(2);
  });

  it('forgets old answers', async () => {
    await post('old');
    await pool.query("UPDATE idempotency_key SET created_at = now() - interval '3 days' WHERE key = $1", [request('old')?.key]);
    expect(await inTransaction(pool, (transaction) => forgetOldAnswers(transaction, 48))).toBe(1);
    expect(await post('old')).toMatchObject({ replayed: false });
  });
});
