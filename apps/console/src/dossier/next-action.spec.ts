import { expect, it } from '@jest/globals';
import { findNextAction } from './next-action.ts';

it('what is asked next is what the status waits for and the reader may do', () => {
  expect(findNextAction(2, ['refuse', 'transfer', 'return'])).toBe('transfer');
  expect(findNextAction(2, ['refuse', 'process'])).toBe('process');
  expect(findNextAction(4, ['refuse', 'transfer', 'request-supplement', 'return'])).toBeUndefined();
  expect(findNextAction(5, [])).toBeUndefined();
});

it('a proposal that waits comes first', () => {
  expect(findNextAction(9, ['return', 'approve-proposal', 'reject-proposal'])).toBe('approve-proposal');
});
