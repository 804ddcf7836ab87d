import { describe, expect, it } from '@jest/globals';
import type { AcknowledgedOffsets } from '../store/acknowledged-offsets.ts';
import { defaultLogEndEveryMs, LogEndWatch, type LogEnds } from './log-end-watch.ts';

const acknowledged: AcknowledgedOffsets = { t: { 0: '4' } };
const EVERY_MS = 10_000;

/** A watch of a log that ends at `end`, or whose broker is away, and how often it was asked. */
function watch() {
  const log = { end: 5n as bigint | undefined, asked: 0 };
  const readEnds = (): Promise<LogEnds> => {
    log.asked += 1;
    const { end } = log;
    return end === undefined ? Promise.reject(new Error('away')) : Promise.resolve(new Map([['t', new Map([[0, end]])]]));
  };
  const watched = new LogEndWatch(EVERY_MS, readEnds, 0);
  const lookAt = async (nowMs: number): Promise<boolean> => {
    watched.look(acknowledged, nowMs);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    return watched.seen.aborted;
  };
  return { log, watched, lookAt };
}

describe('the end of the log', () => {
  it('is asked for every ten seconds unless told otherwise', () => {
    expect(defaultLogEndEveryMs).toBe(10_000);
  });

  it('is asked for at its times, and one that is there is no news', async () => {
    const { log, lookAt } = watch();
    expect([await lookAt(EVERY_MS - 1), log.asked]).toEqual([false, 0]);
    expect([await lookAt(EVERY_MS), log.asked]).toEqual([false, 1]);
    expect([await lookAt(EVERY_MS + 1), log.asked]).toEqual([false, 1]);
    expect([await lookAt(2 * EVERY_MS), log.asked]).toEqual([false, 2]);
  });

  it('that lies before what was acknowledged is seen, once for each look', async () => {
    const { log, lookAt, watched } = watch();
    log.end = 4n;
    expect(await lookAt(EVERY_MS)).toBe(true);
    watched.take();
    expect(await lookAt(EVERY_MS + 1)).toBe(false);
    expect(await lookAt(2 * EVERY_MS)).toBe(true);
  });

  it('is asked for again a second after nobody answered, and at once when somebody else got no answer', async () => {
    const { log, lookAt, watched } = watch();
    log.end = undefined;
    expect(await lookAt(EVERY_MS)).toBe(false);
    log.end = 4n;
    expect([await lookAt(EVERY_MS + 999), log.asked]).toEqual([false, 1]);
    expect([await lookAt(EVERY_MS + 1_000), log.asked]).toEqual([true, 2]);
    watched.take();
    watched.expectLoss();
    expect([await lookAt(EVERY_MS + 1_001), log.asked]).toEqual([true, 3]);
  });
});
