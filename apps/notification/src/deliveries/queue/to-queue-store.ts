import type { QueueStore } from '@motcua/queue';
import { createHash } from 'node:crypto';

export interface QueueSettings {
  readonly redisUrl: string | undefined;
  readonly databaseUrl: string;
  /** Of the queues, where they live in PostgreSQL. */
  readonly schema: string;
}

/**
 * Redis where there is one, else PostgreSQL. Keys in Redis carry a mark of the database whose rows they are about: of two
 * installations that share a Redis, neither takes the other's jobs from it.
 */
export function toQueueStore({ redisUrl, databaseUrl, schema }: QueueSettings): QueueStore {
  if (redisUrl === undefined) return { kind: 'postgres', url: databaseUrl, schema };
  const { host, pathname } = new URL(databaseUrl);
  const mark = createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 8);
  return { kind: 'redis', url: redisUrl, prefix: `motcua-${mark}` };
}
