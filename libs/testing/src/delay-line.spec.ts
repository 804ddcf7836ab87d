import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { DelayLine } from './delay-line.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

describe('a line that is slow', () => {
  it('lets everything out in order, and asks for no time that is past where the machine is busy', async () => {
    let now = 1_000;
    // Between two looks at the clock others are at work.
    jest.spyOn(Date, 'now').mockImplementation(() => (now += 5));
    const asked = jest.spyOn(globalThis, 'setTimeout');
    const passed: number[] = [];
    const line = new DelayLine();
    await new Promise<void>((resolve) => {
      for (const n of [1, 2, 3]) line.send(3, () => passed.push(n));
      line.send(3, resolve);
    });
    const times = asked.mock.calls.map(([, ms = 0]) => ms);
    expect(passed).toEqual([1, 2, 3]);
    expect(times.length).toBeGreaterThan(0);
    expect(times.filter((ms) => ms < 0)).toEqual([]);
  });
});
