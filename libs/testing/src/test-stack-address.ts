/** Superuser URL of the PostgreSQL of this run. Throws when there is none: a missing server fails a spec, it never skips it. */
export const getTestDatabaseAdminUrl = (): string => getAddress('TEST_DATABASE_ADMIN_URL');

/** Brokers of the Kafka of this run, comma separated. */
export const getTestKafkaBrokers = (): string => getAddress('TEST_KAFKA_BROKERS');

/** The Redis of this run; who flushes takes a numbered database of his own: `redis://host:port/<database>`. */
export const getTestRedisUrl = (database = 0): string => new URL(String(database), `${getAddress('TEST_REDIS_URL')}/`).href;

function getAddress(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: run this spec as a project "integration" of libs/tooling/jest.config.js.`);
  return value;
}
