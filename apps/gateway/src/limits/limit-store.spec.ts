import { describe, expect, it } from '@jest/globals';
import { LocalLimits } from './limit-store.ts';

describe('limits of one process', () => {
  it('count each key in windows of its own', async () => {
    let now = 1_000;
    const limits = new LocalLimits(() => now);
    expect(await limits.count('a', 100)).toEqual({ current: 1, ttl: 100 });
    now += 40;
    expect(await limits.count('a', 100)).toEqual({ current: 2, ttl: 60 });
    expect(await limits.count('b', 100)).toEqual({ current: 1, ttl: 100 });
    now += 60;
    expect(await limits.count('a', 100)).toEqual({ current: 1, ttl: 100 });
    expect(await limits.count('b', 100)).toEqual({ current: 2, ttl: 40 });
  });

  it('forget the oldest of very many keys', async () => {
    const limits = new LocalLimits(() => 1_000);
    await limits.count('first', 100);
    for (let n = 0; n < 20_000; n += 1) await limits.count(`key ${n}`, 100);
    expect(await limits.count('first', 100)).toMatchObject({ current: 1 });
    expect(await limits.count('key 19999', 100)).toMatchObject({ current: 2 });
  });
});
