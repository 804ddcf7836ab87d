import { findFreePort } from '@motcua/embedded';
import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { requireRedis } from './require-redis.ts';
import { toArguments } from './service-bench.ts';

describe('a bench', () => {
  it('names the Redis that it misses, and what to do', async () => {
    const port = await findFreePort();
    await expect(requireRedis({ REDIS_URL: `redis://127.0.0.1:${port}` })).rejects.toMatchObject({
      code: 'bench.redis-missing',
      message: `No Redis listens at 127.0.0.1:${port}; the bench measures against one.`,
      hint: 'Check REDIS_URL.',
    });
  });

  it('takes the Redis that REDIS_URL names, where one listens', async () => {
    const server = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const url = `redis://127.0.0.1:${typeof address === 'object' ? String(address?.port) : ''}`;
    expect(await requireRedis({ REDIS_URL: url })).toBe(url);
    await new Promise((resolve) => server.close(resolve));
  });

  it('hands its counts on, and refuses what is none', () => {
    const counts = [{ name: 'timers', what: 'pending timers', preset: '2000000' }];
    expect(toArguments(counts, { timers: '5000' })).toEqual(['--timers', '5000']);
    expect(() => toArguments(counts, { timers: '0' })).toThrow('--timers 0 is no count.');
  });
});
