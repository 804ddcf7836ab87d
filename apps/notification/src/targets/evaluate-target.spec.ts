import { describe, expect, it } from '@jest/globals';
import { evaluateTarget } from './evaluate-target.ts';

interface Watermark {
  readonly period: string;
  readonly value: number | null;
}

/** Reads one figure after another, as the watch does; answers which of them were announced. */
function evaluateAll(watermarks: readonly Watermark[]): boolean[] {
  let standing = { state: 'unknown' as 'unknown' | 'met' | 'missed', period: null as string | null, episode: 0, target: 0.95 };
  return watermarks.map((watermark) => {
    const { isToNotify, ...evaluated } = evaluateTarget(standing, watermark);
    standing = { ...standing, ...evaluated, period: watermark.period };
    return isToNotify;
  });
}
const november = (value: number | null): Watermark => ({ period: '2026-11', value });

describe('a target', () => {
  it('is announced when it comes to be missed, and again only after it was met', () => {
    expect(evaluateAll([november(0.97), november(0.94), november(0.93), november(0.95), november(0.9499)])).toEqual([
      false,
      true,
      false,
      false,
      true,
    ]);
  });

  it('is announced anew in a new month', () => {
    expect(evaluateAll([november(0.9), { period: '2026-12', value: 0.9 }])).toEqual([true, true]);
  });

  it('is left as it was where there is no data', () => {
    expect(evaluateAll([november(null), november(0.9), november(null), november(0.9)])).toEqual([false, true, false, false]);
  });
});
