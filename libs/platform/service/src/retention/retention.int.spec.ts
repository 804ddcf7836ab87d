import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HealthChecks } from '@motcua/http';
import { createLogger, createMetrics } from '@motcua/observability';
import { createPool, inTransaction } from '@motcua/postgres';
import { createTestDatabase, waitFor, type TestDatabase } from '@motcua/testing';
import type { Pool } from 'pg';
import { BackgroundLoops } from '../loops/background-loops.ts';
import { Retention, runBatch, type RetentionWork } from './retention.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool({ url: database.url, schema: 'public', applicationName: 'retention spec' });
  await pool.query('CREATE TABLE paper (id integer PRIMARY KEY)');
}, 60_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  await pool.query('TRUNCATE paper');
  await pool.query('INSERT INTO paper SELECT generate_series(1, 25)');
});

/** Everything, ten at a time. */
const papers: RetentionWork = {
  name: 'papers',
  batch: async (transaction, after) => {
    const rows = await transaction.query<{ id: number }>(
      'DELETE FROM paper WHERE id IN (SELECT id FROM paper WHERE id > $1 ORDER BY id LIMIT 10) RETURNING id',
      [Number(after ?? 0)],
    );
    const last = Math.max(...rows.map(({ id }) => id));
    return { next: rows.length < 10 ? null : String(last), deleted: { paper: rows.length } };
  },
};
const countPapers = async (): Promise<number> =>
  (await pool.query<{ count: number }>('SELECT count(*)::int AS count FROM paper')).rows[0]?.count ?? -1;

describe('retention', () => {
  it('goes on batch by batch until nothing is left, and counts what it deleted', async () => {
    const logger = createLogger('spec', { level: 'silent' });
    const metrics = createMetrics('retention-spec');
    const loops = new BackgroundLoops(logger, new HealthChecks());
    new Retention(pool, logger, metrics, loops).add(papers);
    loops.start();
    await waitFor(async () => (await countPapers()) === 0, { describe: 'all papers to be gone' });
    await waitFor(async () => /motcua_retention_deleted_total\{.*table="paper".*\} 25/.test(await metrics.metrics()), {
      describe: 'the count',
    });
    await loops.stop();
  });

  it('is one instance’s work at a time: who comes second deletes nothing', async () => {
    await inTransaction(pool, async (transaction) => {
      await transaction.query("SELECT pg_advisory_xact_lock(hashtextextended('retention of papers', 0))");
      expect(await runBatch(pool, papers, null)).toBeUndefined();
    });
    expect(await countPapers()).toBe(25);
    expect(await runBatch(pool, papers, null)).toEqual({ next: '10', deleted: { paper: 10 } });
  });

  it('leaves of a batch that fails everything as it was', async () => {
    const failing: RetentionWork = {
      ...papers,
      batch: async (transaction, after) => {
        await papers.batch(transaction, after);
        throw new Error('the server is going down');
      },
    };
    await expect(runBatch(pool, failing, null)).rejects.toThrow('going down');
    expect(await countPapers()).toBe(25);
  });
});
