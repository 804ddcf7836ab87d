import { afterAll, beforeAll } from '@jest/globals';
import { getTestRedisUrl, uniqueName } from '@motcua/testing';
import { Redis } from 'ioredis';
import { createJobQueue } from './create-job-queue.ts';
import { describeJobQueue } from './job-queue.features.ts';

/** A database of Redis of this suite's own: it is flushed. */
const url = getTestRedisUrl(9);
const prefix = uniqueName('queue');
let redis: Redis;

beforeAll(() => {
  redis = new Redis(url);
});
afterAll(async () => {
  await redis.flushdb();
  await redis.quit();
});

describeJobQueue('Redis', () => ({
  open: (name) => createJobQueue({ name, store: { kind: 'redis', url, prefix }, onError: () => undefined }),
  empty: async () => {
    await redis.flushdb();
  },
}));
