import { describe, expect, it } from '@jest/globals';
import { QueuedSemaphore } from './queued-semaphore.ts';

/** Work that ends when it is told to. */
function createWork(name: string, log: string[]) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const work = async (): Promise<string> => {
    log.push(`${name} begins`);
    await ended;
    log.push(`${name} ends`);
    return name;
  };
  return {
    work,
    end: () => {
      end();
    },
  };
}

const patient = { waitMs: 60_000 };

describe('a queued semaphore', () => {
  it('lets one in at a time, in the order of arrival', async () => {
    const log: string[] = [];
    const semaphore = new QueuedSemaphore();
    const works = ['a', 'b', 'c'].map((name) => createWork(name, log));
    const running = works.map(({ work }) => semaphore.run(work, patient));
    for (const { end } of works) end();
    expect(await Promise.all(running)).toEqual(['a', 'b', 'c']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('turns away who has waited long enough, and their turn goes to the next', async () => {
    const log: string[] = [];
    const semaphore = new QueuedSemaphore();
    const [first, late, next] = ['first', 'late', 'next'].map((name) => createWork(name, log)) as [
      ReturnType<typeof createWork>,
      ReturnType<typeof createWork>,
      ReturnType<typeof createWork>,
    ];
    const holding = semaphore.run(first.work, patient);
    const turnedAway = semaphore.run(late.work, { waitMs: 1 });
    const waiting = semaphore.run(next.work, patient);
    expect(await turnedAway).toBeUndefined();
    first.end();
    next.end();
    expect(await Promise.all([holding, waiting])).toEqual(['first', 'next']);
    expect(log).not.toContain('late begins');
  });

  it('is free again after work that failed, and goes on with who waited', async () => {
    const semaphore = new QueuedSemaphore();
    const failing = semaphore.run(() => Promise.reject(new Error('no')), patient);
    const waiting = semaphore.run(() => Promise.resolve('next'), patient);
    await expect(failing).rejects.toThrow('no');
    expect(await waiting).toBe('next');
    expect(await semaphore.run(() => Promise.resolve('later'), { waitMs: 0 })).toBe('later');
  });
});
