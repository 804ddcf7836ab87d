import { describe, expect, it } from '@jest/globals';
import { decideConfirmation, decideProposal, decideWithdrawal } from './decide-close.ts';

const nothing = { lagging: 0, parked: 0 };
const asked = { isOver: true, standing: undefined, missing: nothing, overrideReason: undefined };

describe('a proposal to close a month', () => {
  it('is taken when the month is over and everything is counted; a reason is then needed for nothing, and not kept', () => {
    expect(decideProposal(asked)).toEqual({ overrideReason: null });
    expect(decideProposal({ ...asked, overrideReason: 'để cho chắc' })).toEqual({ overrideReason: null });
  });

  it('is refused where something stands already, whatever else, and before the month is over', () => {
    expect(decideProposal({ ...asked, isOver: false, standing: 'confirmed' })).toEqual({
      code: 'period.closed-already',
      state: 'confirmed',
    });
    expect(decideProposal({ ...asked, isOver: false, overrideReason: 'gấp' })).toEqual({ code: 'period.not-over' });
  });

  it('is refused with something missing, and taken with the reason', () => {
    for (const missing of [
      { lagging: 1, parked: 0 },
      { lagging: 0, parked: 2 },
    ]) {
      expect(decideProposal({ ...asked, missing })).toEqual({ code: 'period.events-missing', ...missing });
      expect(decideProposal({ ...asked, missing, overrideReason: 'hạn báo cáo' })).toEqual({ overrideReason: 'hạn báo cáo' });
    }
  });
});

describe('what was proposed', () => {
  const proposed = { state: 'proposed', proposedBy: 'tp-1', isMonthClosed: false } as const;

  it('is confirmed by anybody else, and by nobody who proposed it', () => {
    expect(decideConfirmation(proposed, 'ld-1')).toBeUndefined();
    expect(decideConfirmation(proposed, 'tp-1')).toEqual({ code: 'period-close.same-person' });
  });

  it('is not confirmed beside another close of its month, and of its own confirmation says that it was decided on', () => {
    const closed = { ...proposed, isMonthClosed: true };
    expect(decideConfirmation(closed, 'ld-1')).toEqual({ code: 'period.closed-already', state: 'confirmed' });
    expect(decideConfirmation({ ...closed, state: 'confirmed' }, 'ld-1')).toMatchObject({ code: 'period-close.decided-already' });
  });

  it('is withdrawn before it is confirmed, and decided on once', () => {
    expect(decideWithdrawal(proposed)).toBeUndefined();
    for (const state of ['confirmed', 'withdrawn'] as const) {
      expect(decideWithdrawal({ state })).toEqual({ code: 'period-close.decided-already', state });
      expect(decideConfirmation({ ...proposed, state }, 'ld-1')).toEqual({ code: 'period-close.decided-already', state });
    }
  });
});
