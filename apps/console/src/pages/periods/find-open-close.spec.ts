import { describe, expect, it } from '@jest/globals';
import type { PeriodCloseSummary } from '@motcua/contracts';
import { findOpenClose } from './find-open-close.ts';

const close = (id: string, unit: string): PeriodCloseSummary => ({
  id,
  unit,
  month: '2026-10',
  period: { from: '2026-10-01', to: '2026-10-31' },
  state: 'proposed',
  knownAt: '2026-11-02T01:00:00.000Z',
  proposedBy: 'head-1',
  proposedAt: '2026-11-02T01:00:00.000Z',
  decidedBy: null,
  decidedAt: null,
  override: null,
  dossiers: 7,
  contentHash: 'a'.repeat(64),
  link: null,
});
const [ofHere, ofNeighbour] = [close('c-1', 'dong-thanh'), close('c-2', 'chi-tien')];

describe('the close that is open', () => {
  it('is one of the unit that is looked at', () => {
    expect(findOpenClose([close('c-0', 'dong-thanh'), ofHere], 'c-1')).toEqual(ofHere);
  });

  it('is none once another unit is chosen, though the address still names it', () => {
    expect(findOpenClose([ofNeighbour], 'c-1')).toBeUndefined();
    expect(findOpenClose([], 'c-1')).toBeUndefined();
  });

  it('is none while the closes of the unit are not known, and where none is asked for', () => {
    expect(findOpenClose(undefined, 'c-1')).toBeUndefined();
    expect(findOpenClose([ofHere], undefined)).toBeUndefined();
  });
});
