import { describe, expect, it } from '@jest/globals';
import { CallerSemaphore, ProblemError } from '../index.ts';

const create = () =>
  new CallerSemaphore({
    perCaller: 2,
    inAll: 3,
    subject: 'upload',
    titles: { tooMany: { vi: 'Quá nhiều', en: 'Too many' }, busy: { vi: 'Bận', en: 'Busy' } },
    advice: 'Wait for the end of one',
    retryAfterSeconds: 5,
  });
const refusalOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return [error.status, error.code, error.headers['retry-after'], error.detail];
  }
  return undefined;
};

describe('CallerSemaphore', () => {
  it('lets each caller in so many times, and gives places back once', () => {
    const semaphore = create();
    const leave = semaphore.enter('an');
    semaphore.enter('an');
    expect(refusalOf(() => semaphore.enter('an'))).toEqual([
      429,
      'upload.too-many',
      '5',
      'At most 2 at once for one caller. Wait for the end of one.',
    ]);
    leave();
    leave();
    semaphore.enter('an');
    expect(refusalOf(() => semaphore.enter('an'))?.[0]).toBe(429);
  });

  it('keeps places for others, up to what there is in all', () => {
    const semaphore = create();
    semaphore.enter('an');
    semaphore.enter('an');
    const leave = semaphore.enter('binh');
    expect(refusalOf(() => semaphore.enter('chi'))?.slice(0, 2)).toEqual([503, 'upload.busy']);
    leave();
    expect(refusalOf(() => semaphore.enter('chi'))).toBeUndefined();
  });
});
