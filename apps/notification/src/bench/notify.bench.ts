import { randomUUID } from 'node:crypto';
import { queueSchema } from '../config.ts';
import { createBenchDatabase } from './bench-database.ts';
import { forgetRedis } from './forget-redis.ts';
import { runDirect } from './run-direct.ts';
import { runQueue, type QueueRun } from './run-queue.ts';

export interface NotifyBenchOptions {
  /** A role that may create databases and roles. */
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly deliveries: number;
  readonly onProgress?: (message: string) => void;
}

type RunName = 'baseline' | 'redis' | 'postgres';

export interface BenchResult {
  readonly bench: 'notify';
  readonly deliveries: number;
  readonly concurrency: number;
  readonly runs: Readonly<Record<RunName, { readonly deliveriesPerSecond: number }>>;
  /** Through rows and queue over the baseline; 0 where a delivery was lost or sent twice. */
  readonly ratios: { readonly redis: number; readonly postgres: number };
  readonly exact: boolean;
}

/** Enough for a 20 ms provider to be asked 2,500 times a second at best. */
const concurrency = 50;

/** A loop that sends directly, and the same through rows and a queue in Redis and in PostgreSQL, in one call. */
export async function runNotifyBench({
  databaseUrl,
  redisUrl,
  deliveries,
  onProgress = () => undefined,
}: NotifyBenchOptions): Promise<BenchResult> {
  onProgress('baseline: a loop that sends directly');
  const baseline = await runDirect(deliveries, concurrency);
  const prefix = `motcua-bench-${randomUUID()}`;
  const database = await createBenchDatabase(databaseUrl);
  try {
    onProgress('rows, and a queue in Redis');
    const redis = await runQueue(database.pool, { kind: 'redis', url: redisUrl, prefix }, deliveries, concurrency);
    onProgress('rows, and a queue in PostgreSQL');
    const store = { kind: 'postgres', url: database.url, schema: queueSchema } as const;
    const postgres = await runQueue(database.pool, store, deliveries, concurrency);
    return toResult(deliveries, baseline, { redis, postgres });
  } finally {
    await database.close();
    await forgetRedis(redisUrl, prefix);
  }
}

function toResult(
  deliveries: number,
  baseline: number,
  { redis, postgres }: Record<'redis' | 'postgres', QueueRun>,
): BenchResult {
  const exact = redis.isExact && postgres.isExact;
  const score = ({ perSecond }: QueueRun): number => (exact ? Number((perSecond / baseline).toFixed(3)) : 0);
  return {
    bench: 'notify',
    deliveries,
    concurrency,
    runs: {
      baseline: { deliveriesPerSecond: baseline },
      redis: { deliveriesPerSecond: redis.perSecond },
      postgres: { deliveriesPerSecond: postgres.perSecond },
    },
    ratios: { redis: score(redis), postgres: score(postgres) },
    exact,
  };
}
