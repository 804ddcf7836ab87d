import { Redis } from 'ioredis';

/** Takes away what a bench left in a Redis that others use too. */
export async function forgetRedis(url: string, prefix: string): Promise<void> {
  const redis = new Redis(url);
  try {
    for await (const keys of redis.scanStream({ match: `${prefix}:*`, count: 1_000 }) as AsyncIterable<string[]>)
      if (keys.length > 0) await redis.unlink(keys);
  } finally {
    redis.disconnect();
  }
}
