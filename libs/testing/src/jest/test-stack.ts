import { deletePostgresData, startEmbeddedKafka, startEmbeddedPostgres } from '@motcua/embedded';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedisServer, type RedisServer } from '../redis-server.ts';

/**
 * The process that holds PostgreSQL, Kafka and Redis of one Jest run. It prints one JSON line when all are ready and stops them when
 * its standard input ends, which happens however Jest ends: normally, by Ctrl-C, or killed.
 */
const folder = await mkdtemp(join(tmpdir(), 'motcua-test-'));
// Open to all: PostgreSQL may run as another user than we do.
await chmod(folder, 0o755);
const inputEnded = new Promise((resolve) => process.stdin.resume().once('end', resolve).once('error', resolve));
const log = (line: string): void => {
  if (process.env['TEST_STACK_LOG'] !== undefined) process.stderr.write(`${line}\n`);
};

const starting = await Promise.allSettled([
  startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), forTests: true, log }),
  startEmbeddedKafka({ dataDir: join(folder, 'kafka'), forTests: true, heapMb: 384, log }),
  startRedis(),
]);
const [postgres, kafka, redis] = starting;
const failures = starting.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));

if (postgres.status === 'fulfilled' && kafka.status === 'fulfilled' && redis.status === 'fulfilled') {
  const addresses = { postgresUrl: postgres.value.url, kafkaBrokers: kafka.value.brokers, redisUrl: redis.value.url };
  process.stdout.write(`${JSON.stringify(addresses)}\n`);
  await inputEnded;
} else {
  process.stdout.write(`${JSON.stringify({ failures })}\n`);
}
await Promise.all(starting.flatMap((result) => (result.status === 'fulfilled' ? [result.value.stop()] : [])));
await deletePostgresData(join(folder, 'postgres'));
await rm(folder, { recursive: true, force: true });

/** Of one's own, or the one that is named: where none comes with the tests. */
async function startRedis(): Promise<RedisServer> {
  const { TEST_REDIS_URL: url } = process.env;
  return url === undefined ? startRedisServer() : { url, stop: () => Promise.resolve() };
}
