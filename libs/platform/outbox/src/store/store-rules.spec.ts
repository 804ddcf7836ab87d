import { describe, expect, it } from '@jest/globals';
import { acknowledge, isStillThere, lostPartitions } from './acknowledged-offsets.ts';
import { whyStoreDoesNotFit } from './store-identity.ts';

const bases = (...entries: [number, bigint][]) => new Map(entries);

describe('acknowledged offsets', () => {
  const known = acknowledge({}, 't', bases([0, 10n], [1, 5n]));

  it('grow with each answer, and a duplicate the broker recognised tells nothing', () => {
    expect(acknowledge(known, 't', bases([0, 12n], [1, -1n], [2, 0n]))).toEqual({ t: { 0: '12', 1: '5', 2: '0' } });
  });

  it('are still there while the log ends behind them', () => {
    const ends = (zero: bigint, one: bigint) => new Map([['t', bases([0, zero], [1, one])]]);
    expect(isStillThere(known, ends(11n, 6n))).toBe(true);
    expect(isStillThere(known, ends(10n, 6n))).toBe(false);
    expect(isStillThere(known, new Map())).toBe(false);
    expect(isStillThere({}, new Map())).toBe(true);
  });

  it('show a lost end when the log gives an offset a second time', () => {
    expect(lostPartitions(known, 't', bases([0, 11n], [1, 6n], [2, 0n]))).toEqual([]);
    expect(lostPartitions(known, 't', bases([0, 10n], [1, 6n]))).toEqual([0]);
    expect(lostPartitions(known, 't', bases([0, -1n]))).toEqual([]);
  });
});

describe('whyStoreDoesNotFit', () => {
  const cursor = { storeId: 'a/1', xid: '900', position: '7' };

  it('lets a relay go on in its own store', () => {
    expect(whyStoreDoesNotFit(cursor, { storeId: 'a/1', xmax: 901n, newestXid: 900n })).toBeUndefined();
  });

  it.each([
    ['another store', { storeId: 'b/1', xmax: 1_000n, newestXid: 0n }, /written for store a\/1/],
    [
      'a cursor beyond the transactions given out',
      { storeId: 'a/1', xmax: 900n, newestXid: 0n },
      /cursor stands at transaction 900/,
    ],
    [
      'an event beyond the transactions given out',
      { storeId: 'a/1', xmax: 1_000n, newestXid: 1_000n },
      /event table holds transaction 1000/,
    ],
  ])('stops at %s', (_what, facts, reason) => {
    expect(whyStoreDoesNotFit(cursor, facts)).toMatch(reason);
  });
});
