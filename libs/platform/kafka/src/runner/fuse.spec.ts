import { describe, expect, it } from '@jest/globals';
import { defaultFuseLimits, findBlowReason, intactFuse, watch } from './fuse.ts';

const feed = (flags: readonly boolean[]) => flags.reduce((state, flag) => watch(state, flag, defaultFuseLimits), intactFuse);
const repeat = (count: number, isDeadLetter: (index: number) => boolean) =>
  Array.from({ length: count }, (_, index) => isDeadLetter(index));

describe('the fuse', () => {
  it('holds on good messages and on a few bad ones', () => {
    expect(findBlowReason(feed(repeat(5_000, (index) => index % 10 === 0)), defaultFuseLimits)).toBeUndefined();
  });

  it('blows on a run of dead letters', () => {
    expect(findBlowReason(feed(repeat(99, () => true)), defaultFuseLimits)).toBeUndefined();
    expect(findBlowReason(feed(repeat(100, () => true)), defaultFuseLimits)).toBe('100 dead letters in a row');
  });

  it('blows when more than half are dead letters, however they are mixed', () => {
    expect(findBlowReason(feed(repeat(300, (index) => index % 3 !== 0)), defaultFuseLimits)).toBe(
      '67 % dead letters among the last 300 messages',
    );
  });

  it('forgets the distant past', () => {
    const state = feed([...repeat(20_000, () => false), ...repeat(2_000, (index) => index % 5 !== 0)]);
    expect(findBlowReason(state, defaultFuseLimits)).toContain('% dead letters');
  });
});
