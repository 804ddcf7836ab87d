import { expect, it } from '@jest/globals';
import { beginning } from '@motcua/audit';
import fc from 'fast-check';
import { findBrokenLink, toCloseLink } from './close-chain.ts';
import type { StoredClose } from './close-row.ts';

/** As many confirmed closes, each behind the one before. */
function chain(length: number): StoredClose[] {
  const closes: StoredClose[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const unlinked: StoredClose = {
      ...{ id: `close-${String(sequence)}`, unit: 'thanh-ba', month: '2022-09', contentHash: String(sequence).repeat(8) },
      ...{ knownAt: new Date(sequence), asOf: new Date(sequence), proposedBy: 'tp-1', proposedAt: new Date(sequence) },
      ...{ overrideReason: null, lagging: 0, parked: 0, names: [], rules: [], readUpTo: [], dossiers: 0 },
      ...{ outcome: 'confirmed', decidedBy: 'ld-1', decidedAt: new Date(sequence), sequence, hash: null },
    };
    closes.push({ ...unlinked, hash: toCloseLink(closes.at(-1)?.hash ?? beginning, unlinked) });
  }
  return closes;
}

const changes: readonly ((close: StoredClose) => StoredClose)[] = [
  (close) => ({ ...close, contentHash: `${close.contentHash}0` }),
  (close) => ({ ...close, proposedBy: 'tp-2' }),
  (close) => ({ ...close, decidedBy: 'tp-1' }),
  (close) => ({ ...close, decidedAt: new Date(0) }),
  (close) => ({ ...close, hash: beginning }),
];

it('a chain is whole, and whatever is changed of one close is found at its place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(), fc.constantFrom(...changes), (length, pick, change) => {
      const closes = chain(length);
      expect(findBrokenLink(closes)).toBeUndefined();
      const at = pick % length;
      const changed = closes.map((close, index) => (index === at ? change(close) : close));
      expect(findBrokenLink(changed)).toMatchObject({ sequence: at + 1, why: 'changed' });
    }),
  );
});

it('a close that was taken out of the middle, or that lost its link, is missed', () => {
  const closes = chain(4);
  expect(findBrokenLink(closes.filter((_, index) => index !== 1))).toMatchObject({ sequence: 2, why: 'missing' });
  expect(findBrokenLink([...closes, { ...closes[3]!, sequence: null, hash: null }])).toMatchObject({
    sequence: 5,
    why: 'missing',
  });
});
