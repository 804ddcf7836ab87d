/**
 * Jest's global setup for integration specs: one PostgreSQL, one Kafka and one Redis for all runs of the workspace that go on at the time,
 * on free ports. `TEST_DATABASE_ADMIN_URL`, `TEST_KAFKA_BROKERS` and `TEST_REDIS_URL` name them; what is set already is used as it is.
 */
import { randomBytes } from 'node:crypto';
import { joinServers } from './shared-servers.js';

export default async function startStack() {
  const { env } = process;
  env.TEST_RUN_ID ??= randomBytes(4).toString('hex');
  const names = ['TEST_DATABASE_ADMIN_URL', 'TEST_KAFKA_BROKERS', 'TEST_REDIS_URL'];
  if (names.every((name) => env[name] !== undefined)) return;

  const { addresses, leave } = await joinServers();
  globalThis.__motcuaLeaveServers = leave;
  env.TEST_DATABASE_ADMIN_URL ??= addresses.postgresUrl;
  env.TEST_KAFKA_BROKERS ??= addresses.kafkaBrokers;
  env.TEST_REDIS_URL ??= addresses.redisUrl;
}
