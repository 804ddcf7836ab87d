import { afterEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isWorthCollecting, returnMemoryWhenQuiet } from './return-memory.ts';

const MiB = 1_048_576;

const readHeapBytes = (): number => getHeapStatistics().used_heap_size;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const allocate = (): number[][] => Array.from({ length: 60 }, () => new Array<number>(MiB / 8).fill(0.5));

describe('memory', () => {
  it.each([
    ['quiet, and much has gathered since', { busyShare: 0.02, heapBytes: 140 * MiB, keptBytes: 40 * MiB }, true],
    ['quiet, and little has', { busyShare: 0.02, heapBytes: 50 * MiB, keptBytes: 40 * MiB }, false],
    ['busy', { busyShare: 0.6, heapBytes: 140 * MiB, keptBytes: 40 * MiB }, false],
  ])('of a service that is %s', (_when, reading, collected) => {
    expect(isWorthCollecting(reading)).toBe(collected);
  });

  let stop = (): void => undefined;
  afterEach(() => {
    stop();
  });

  it('that is dead goes back once nothing happens', async () => {
    // What specs before this one left behind could go at any moment, and take the measure with it.
    collect();
    const before = readHeapBytes();
    const held = { garbage: allocate() };
    expect(readHeapBytes()).toBeGreaterThan(before + 50 * MiB);

    held.garbage = [];
    stop = returnMemoryWhenQuiet({ intervalMs: 100, readCpu: () => 0 });
    await waitFor(() => readHeapBytes() < before + 10 * MiB, {
      describe: 'the heap to shrink',
      intervalMs: 100,
    });
  });
});
