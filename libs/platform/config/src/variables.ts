import { z } from 'zod';
import { kafkaSecurityConfig } from './kafka-connection.ts';

const port = z.coerce.number().int().min(0).max(65_535);

/**
 * `HOST`, `PORT` (0 = any free port), `OPERATIONS_PORT` of `/metrics` and of readiness in detail: where the public is not; absent, they
 * are nowhere.
 */
export const httpConfig = {
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(0),
  OPERATIONS_PORT: port.optional(),
};

/** `LOG_LEVEL` of pino. */
export const logConfig = {
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
};

/** `DATABASE_URL` of the service's own role, `DATABASE_POOL_SIZE` connections at most. */
export const databaseConfig = {
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// URL'),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
};

/** `KAFKA_BROKERS`, comma separated in the environment, a list in the configuration; and how they are reached: `toKafkaConnection`. */
export const kafkaConfig = {
  KAFKA_BROKERS: z
    .string()
    .transform((list) => list.split(',').map((broker) => broker.trim()))
    .pipe(z.array(z.string().regex(/^[^\s:]+:\d+$/, 'must be host:port, separated by commas')).min(1)),
  ...kafkaSecurityConfig,
};

/** Whose tokens are accepted: `AUTH_JWKS` is a file path or an http(s) URL of a JSON Web Key Set. */
export const authConfig = {
  AUTH_JWKS: z.string(),
  AUTH_ISSUER: z.string().default('motcua'),
  AUTH_AUDIENCE: z.string().default('motcua'),
};

/** Whose services are let in: `SERVICE_KEYS` is the path of their public keys, each with its service and its scopes. Absent: none. */
export const askedByServicesConfig = {
  SERVICE_KEYS: z.string().optional(),
};

/** What every service behind the gateway is told: where it listens, what it logs, its database, the broker, whose tokens it takes. */
export const serviceConfig = { ...httpConfig, ...logConfig, ...databaseConfig, ...kafkaConfig, ...authConfig };
