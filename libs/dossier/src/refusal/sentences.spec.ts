import { describe, expect, it } from '@jest/globals';
import { decide } from '../decide.ts';
import { at, context } from '../testing/decision-context.ts';
import { given, received, type AnyChange, type Moment } from '../testing/given.ts';
import { isRefusal } from './refusal.ts';
import { sentences } from './sentences.ts';

/** What stands in the way of a command, in Vietnamese. */
function sentenceAfter(history: readonly Moment[], command: AnyChange): string {
  const now = at('2022-03-04 16:00');
  const decision = decide(given(...history).dossier, { ...command, occurredAt: now }, context(now));
  return isRefusal(decision) ? `${decision.code} ${decision.sentence.vi}` : '';
}

describe('what an officer is told', () => {
  it('names no event: that is a word of the system; whoever reports events is a system', () => {
    const told = Object.entries(sentences).filter(([code]) => !code.startsWith('event.'));
    expect(told.filter(([, { vi }]) => /sự kiện/i.test(vi))).toEqual([]);
  });

  it.each([
    ['processed', [['2022-03-03 10:00', { type: 'process' }]], /trả kết quả, chuyển trách nhiệm/],
    ['returned', [['2022-03-03 10:00', { type: 'return' }]], /đã trả kết quả: chỉ còn đính chính/],
    ['stopped', [['2022-03-03 10:00', { type: 'stop', by: 'stopped', reasonCode: 'x' }]], /dừng.*nộp hồ sơ mới/],
    ['refused', [['2022-03-03 10:00', { type: 'refuse', reasonCode: 'x' }]], /trả lại.*nộp hồ sơ mới/],
  ] as const)('of what is %s says what can still be done, by the one code', (_status, history, expected) => {
    const sentence = sentenceAfter([received, ...history], { type: 'request-payment' });
    expect(sentence).toMatch(/^dossier\.already-ended /);
    expect(sentence).toMatch(expected);
  });

  it('leads from an extension that comes too late to the apology', () => {
    const extend = { type: 'extend', reasonCode: 'x', newDue: at('2022-03-09 10:00') } as const;
    expect(sentenceAfter([received], extend)).toMatch(/^dossier\.extension-too-late .*apologise/);
  });
});
