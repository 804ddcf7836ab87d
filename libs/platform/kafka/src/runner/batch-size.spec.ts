import { describe, expect, it } from '@jest/globals';
import { BatchSize, tookTooLong } from './batch-size.ts';

const withState = (code: string): Error => Object.assign(new Error('refused by the server'), { code });

describe('the size of a transaction', () => {
  it('is bound only after one that lasted too long, and grows again after a while', () => {
    const size = new BatchSize();
    size.noteMoved();
    expect(size.limit).toBe(Infinity);
    size.shrink(2_000);
    for (let moved = 0; moved < 49; moved += 1) size.noteMoved();
    expect(size.limit).toBe(1_000);
    size.noteMoved();
    expect(size.limit).toBe(2_000);
  });

  it('is never less than one message', () => {
    const size = new BatchSize();
    for (const messages of [3, 2, 1]) size.shrink(messages);
    expect(size.limit).toBe(1);
  });
});

describe('a transaction lasted too long', () => {
  it.each([
    ['the server ended it', withState('25P04'), 10, true],
    ['the server ended its statement', withState('57014'), 10, true],
    ['its connection was lost after seconds', new Error('Connection terminated unexpectedly'), 5_000, true],
    ['not where the connection was lost at once', new Error('Connection terminated unexpectedly'), 10, false],
    ['not where it waited for a lock', withState('55P03'), 5_000, false],
    ['not where two waited for each other', withState('40P01'), 5_000, false],
    ['not where the data were wrong', withState('22003'), 5_000, false],
  ])('%s', (_, error, elapsedMs, answer) => {
    expect(tookTooLong(error, elapsedMs)).toBe(answer);
  });
});
