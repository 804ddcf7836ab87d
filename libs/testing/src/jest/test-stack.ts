import { deletePostgresData, startEmbeddedKafka, startEmbeddedPostgres } from '@motcua/embedded';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedisServer, type RedisServer } from '../redis-server.ts';
import { receiveRuns } from './receive-runs.ts';

/**
 * `test-stack.ts <socket>`: the process that holds PostgreSQL, Kafka and Redis for all Jest runs of the workspace that go on at the time. It tells each where they
 * are, and stops them when nobody has been connected for a while, or when it is told to end.
 */
const runs = await receiveRuns(process.argv[2] ?? '');
if (runs !== undefined) {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-test-'));
  // Open to all: PostgreSQL may run as another user than we do.
  await chmod(folder, 0o755);
  const starting = await Promise.allSettled([
    startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), forTests: true }),
    startEmbeddedKafka({ dataDir: join(folder, 'kafka'), forTests: true, heapMb: 384 }),
    startRedis(),
  ]);
  const [postgres, kafka, redis] = starting;
  const failures = starting.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));
  if (postgres.status === 'fulfilled' && kafka.status === 'fulfilled' && redis.status === 'fulfilled') {
    runs.send({ postgresUrl: postgres.value.url, kafkaBrokers: kafka.value.brokers, redisUrl: redis.value.url });
    await runs.over;
  } else {
    runs.send({ failures });
  }
  runs.close();
  await Promise.all(starting.flatMap((result) => (result.status === 'fulfilled' ? [result.value.stop()] : [])));
  await deletePostgresData(join(folder, 'postgres'));
  await rm(folder, { recursive: true, force: true });
}

/** Of one's own, or the one that is named: where none comes with the tests. */
async function startRedis(): Promise<RedisServer> {
  const { TEST_REDIS_URL: url } = process.env;
  return url === undefined ? startRedisServer() : { url, stop: () => Promise.resolve() };
}
