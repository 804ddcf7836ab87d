import { describe, expect, it } from '@jest/globals';
import { CalendarDateTime } from '@internationalized/date';
import { emptyDraft, toCommandBody } from './action-draft.ts';

const context = { timeZone: 'Asia/Ho_Chi_Minh', asksText: false };

describe('the body of a command', () => {
  it('holds what was said, and nothing that was not', () => {
    expect(toCommandBody('process', emptyDraft, context)).toEqual({});
    const occurredAt = new CalendarDateTime(2026, 11, 27, 14, 32);
    expect(toCommandBody('process', { ...emptyDraft, occurredAt }, context)).toEqual({ occurredAt: '2026-11-27T07:32:00.000Z' });
    expect(toCommandBody('stop', { ...emptyDraft, reasonCode: 'other', reasonText: ' vì ' }, context)).toEqual({
      endedBy: 'stopped',
      reasonCode: 'other',
      reasonText: 'vì',
    });
  });

  it('of an apology says what it promises, and appoints no due moment', () => {
    const newDue = new CalendarDateTime(2026, 11, 27, 10, 0);
    expect(toCommandBody('apologise', { ...emptyDraft, reasonCode: 'workload', newDue }, context)).toEqual({
      promised: '2026-11-27T03:00:00.000Z',
      reasonCode: 'workload',
    });
  });

  it('is not there while something is missing', () => {
    expect(toCommandBody('transfer', emptyDraft, context)).toBeUndefined();
    expect(toCommandBody('refuse', emptyDraft, context)).toBeUndefined();
    expect(toCommandBody('refuse', { ...emptyDraft, reasonCode: 'other' }, { ...context, asksText: true })).toBeUndefined();
    expect(toCommandBody('correct', { ...emptyDraft, reasonCode: 'other' }, context)).toBeUndefined();
    expect(toCommandBody('extend', { ...emptyDraft, reasonCode: 'other' }, context)).toBeUndefined();
    expect(toCommandBody('apologise', { ...emptyDraft, reasonCode: 'other' }, context)).toBeUndefined();
    expect(toCommandBody('reject-proposal', { ...emptyDraft, reasonCode: 'other' }, context)).toBeUndefined();
  });

  it('has what is taken down with a step, in words that were typed and no others', () => {
    const papers = { ...emptyDraft, reasonCode: 'other', papers: ['to-khai'], otherPapers: ' Giấy uỷ quyền \n\n' };
    expect(toCommandBody('request-supplement', papers, context)).toEqual({
      desk: { papers: [{ code: 'to-khai' }, { name: 'Giấy uỷ quyền' }] },
      reasonCode: 'other',
    });
    const takenBy = { name: ' Trần Văn Được ', idNumber: '025190001111', phone: ' ' };
    expect(toCommandBody('return', { ...emptyDraft, takenBy }, context)).toEqual({
      desk: { takenBy: { name: 'Trần Văn Được', idNumber: '025190001111' } },
    });
    expect(toCommandBody('return', { ...emptyDraft, takenBy: { ...takenBy, name: '' } }, context)).toEqual({});
    const brought = { ...emptyDraft, papers: ['to-khai'], otherPapers: 'Bản cam kết' };
    expect(toCommandBody('receive-supplement', brought, context)).toEqual({
      desk: {
        handedIn: [
          { code: 'to-khai', copies: 1 },
          { name: 'Bản cam kết', copies: 1 },
        ],
      },
    });
    const money = { ...emptyDraft, amount: 8_000, payAt: 'Quầy 3', receiptNumber: 'BL-1' };
    expect(toCommandBody('request-payment', money, context)).toEqual({ desk: { payment: { amount: 8_000, place: 'Quầy 3' } } });
    expect(toCommandBody('confirm-payment', money, context)).toEqual({
      desk: { payment: { amount: 8_000, receiptNumber: 'BL-1' } },
    });
    expect(toCommandBody('return', { ...money, takenBy }, context)).toEqual({
      desk: {
        takenBy: { name: 'Trần Văn Được', idNumber: '025190001111' },
        payment: { amount: 8_000, receiptNumber: 'BL-1' },
      },
    });
  });

  it('of a correction names the corrected fields alone', () => {
    expect(toCommandBody('correct', { ...emptyDraft, reasonCode: 'typing-error', channel: 'online' }, context)).toEqual({
      correction: { channel: 'online' },
      reasonCode: 'typing-error',
    });
  });
});
