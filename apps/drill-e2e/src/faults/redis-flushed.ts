import { setTimeout as rest } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { House } from '../house/house.ts';
import { nothing, type Fault } from './fault.ts';

/** Redis keeps the queue of deliveries of notification, which is all that this stack gives it: it is emptied while mails are sent, or goes and comes back empty. */
export const redisFlushed: Fault = {
  name: 'Redis flushed',
  targets: ['emptied', 'away and emptied'],
  on: 'redis',
  lastsMs: [2_000, 5_000],
  async inject(house, target) {
    if (target === 'emptied') {
      let keys = 0;
      for (let round = 0; round < 3; round += 1) {
        keys += await flush(house);
        await rest(700);
      }
      return { times: () => keys, heal: nothing };
    }
    house.ways.redis.refuse();
    const keys = await flush(house);
    return {
      times: () => keys,
      heal: () => {
        house.ways.redis.open(new URL(house.redis.url).host);
        return Promise.resolve();
      },
    };
  },
};

/** @returns how many keys are gone */
async function flush({ redis }: House): Promise<number> {
  const inside = new Redis(redis.url, { lazyConnect: true, maxRetriesPerRequest: 1 });
  await inside.connect();
  try {
    const keys = await inside.dbsize();
    await inside.flushall();
    return keys;
  } finally {
    inside.disconnect();
  }
}
