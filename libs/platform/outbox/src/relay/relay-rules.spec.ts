import { describe, expect, it } from '@jest/globals';
import { HorizonWatch } from './horizon-watch.ts';
import { nextPollDelayMs } from './poll-delay.ts';
import { afterNews, initialStatus, toHealthReport } from './relay-status.ts';
import { toSends } from './to-sends.ts';
import { WakeCall } from './wake-call.ts';

describe('nextPollDelayMs', () => {
  it('rests 2 to 20 ms, longer each time, while committed rows wait for an older transaction', () => {
    const delays: number[] = [];
    for (let delay = 0; delays.length < 8; delays.push(delay)) delay = nextPollDelayMs(delay, true);
    expect(delays.map(Math.round)).toEqual([2, 3, 5, 7, 10, 15, 20, 20]);
  });

  it('rests about a second where nothing waits, and is quick again when something does', () => {
    expect(nextPollDelayMs(20, false)).toBe(1_000);
    expect(nextPollDelayMs(1_000, false)).toBe(1_000);
    expect(nextPollDelayMs(1_000, true)).toBe(2);
    expect(nextPollDelayMs(0, false, 60_000)).toBe(60_000);
  });
});

describe('WakeCall', () => {
  it('makes one more call of all that come while one is on its way, also when it fails', async () => {
    const ends: (() => void)[] = [];
    const call = new WakeCall(
      () =>
        new Promise((_, reject) =>
          ends.push(() => {
            reject(new Error('connection lost'));
          }),
        ),
    );
    for (let n = 0; n < 5; n += 1) call.call();
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await new Promise(setImmediate);
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await new Promise(setImmediate);
    expect(ends).toHaveLength(2);
    call.call();
    expect(ends).toHaveLength(3);
  });
});

describe('HorizonWatch', () => {
  it('ages while the oldest transaction stays the same, and forgets it when it ends', () => {
    const watch = new HorizonWatch();
    expect(watch.observe(10n, 12n, 1_000)).toBe(0);
    expect(watch.observe(10n, 50n, 4_000)).toBe(3_000);
    expect(watch.observe(50n, 51n, 5_000)).toBe(0);
    expect(watch.observe(60n, 60n, 9_000)).toBe(0);
  });
});

describe('toSends', () => {
  const rows = (...topics: string[]) => topics.map((topic, index) => ({ xid: '1', position: String(index), topic }));

  it('keeps the order and starts anew where the topic changes', () => {
    const sends = toSends(rows('a', 'a', 'b', 'a'), 'unused', ({ topic, position }) => ({
      topic: String(topic),
      key: position,
      value: null,
    }));
    expect(sends.map(({ topic, records }) => [topic, records.map(({ key }) => key)])).toEqual([
      ['a', ['0', '1']],
      ['b', ['2']],
      ['a', ['3']],
    ]);
  });

  it('keeps each send below what a broker takes for one partition', () => {
    const value = 'ộ'.repeat(100_000); // 3 bytes each
    const sends = toSends(rows('a', 'a', 'a', 'a'), 'fallback', ({ position }) => ({ key: position, value }));
    expect(sends.map(({ topic, records }) => [topic, records.length])).toEqual([
      ['fallback', 2],
      ['fallback', 2],
    ]);
  });
});

describe('the status', () => {
  it('keeps the moment a failure began, and is unready only when it lasts', () => {
    const active = afterNews(initialStatus, { state: 'active', published: 2 }, false, 0);
    const failing = afterNews(
      afterNews(active, { failure: 'first' }, true, 1_000),
      { failure: 'second', published: 3 },
      true,
      9_000,
    );
    expect(failing).toMatchObject({ published: 5, failure: { message: 'second', since: 1_000 } });
    expect(toHealthReport(failing, 9_000).ready).toBe(true);
    expect(toHealthReport(failing, 11_001)).toMatchObject({ ready: false, reason: 'second' });
    expect(afterNews(failing, { failure: undefined }, true, 9_500).failure).toBeUndefined();
  });

  it('is unready at once where nothing will happen by itself', () => {
    const halted = afterNews(initialStatus, { state: 'halted', failure: 'restored' }, true, 0);
    expect(toHealthReport(halted, 0)).toMatchObject({ ready: false, reason: 'restored' });
    expect(toHealthReport(initialStatus, 0)).toMatchObject({ ready: false, reason: 'the relay is starting' });
  });
});
