import { networkTimeouts, serverTimeouts } from '@motcua/postgres';
import {
  createPostgresBackend,
  Queue,
  withBackend,
  Worker,
  type JobsOptions,
  type Processor,
  type QueueOptions,
  type WorkerOptions,
} from 'bullmq';
import type { QueueStore } from './queue-store.ts';

/** BullMQ's classes as far as they are used here, which is the same over both stores. */
export interface BullmqQueue extends Pick<Queue, 'rateLimit' | 'getJobCounts'>, Endable {
  add(name: string, data: object, options: JobsOptions): Promise<unknown>;
  addBulk(jobs: BulkJob[]): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}
export interface BullmqWorker extends Endable {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: unknown, error: Error) => void): unknown;
}
export interface Endable {
  close(): Promise<void>;
  disconnect(): Promise<void>;
}
export interface BulkJob {
  readonly name: string;
  readonly data: object;
  readonly opts: JobsOptions;
}

type QueueSettings = Omit<QueueOptions, 'connection'>;
type WorkerSettings = Omit<WorkerOptions, 'connection'>;

/** A job is a few statements of a millisecond, so that a handful of connections serve many jobs that wait for somebody else. */
const queueConnections = 2;
const workerConnections = 6;
/** Of a statement in PostgreSQL: then its connection counts as dead. */
const answerWithinMs = 10_000;
/** A Redis that restarts is asked again this often at most. */
const reconnectMs = 1_000;

export function createBullmqQueue(name: string, store: QueueStore, settings: QueueSettings): BullmqQueue {
  if (store.kind === 'redis') {
    // Who adds is told at once that Redis is away, instead of waiting in line for its return.
    const connection = { ...toRedisConnection(store.url), enableOfflineQueue: false };
    return new Queue(name, { ...settings, ...toPrefix(store), connection });
  }
  return new OverPostgres.Queue(name, { ...settings, connection: toPostgresConnection(store, queueConnections) });
}

export function createBullmqWorker(
  name: string,
  store: QueueStore,
  processor: Processor,
  settings: WorkerSettings,
): BullmqWorker {
  if (store.kind === 'redis') {
    return new Worker(name, processor, { ...settings, ...toPrefix(store), connection: toRedisConnection(store.url) });
  }
  return new OverPostgres.Worker(name, processor, { ...settings, connection: toPostgresConnection(store, workerConnections) });
}

const OverPostgres = withBackend(createPostgresBackend);

type RedisStore = Extract<QueueStore, { kind: 'redis' }>;
type PostgresStore = Extract<QueueStore, { kind: 'postgres' }>;

const toPrefix = ({ prefix = 'motcua' }: RedisStore) => ({ prefix });

const toRedisConnection = (url: string) => ({
  url,
  // BullMQ asks for it: a worker waits for Redis as long as it takes.
  maxRetriesPerRequest: null,
  retryStrategy: (times: number) => Math.min(times * 50, reconnectMs),
});

const toPostgresConnection = ({ url, schema }: PostgresStore, max: number) => ({
  connectionString: url,
  schema,
  max,
  ...networkTimeouts,
  // BullMQ adds its search path.
  options: serverTimeouts,
  query_timeout: answerWithinMs,
  application_name: 'motcua queue',
});
