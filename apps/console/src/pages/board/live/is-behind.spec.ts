import { expect, it } from '@jest/globals';
import { isBehind } from './is-behind.ts';

const board = (lag: number, projectedAt: string | null) => ({
  asOf: '2026-11-28T09:00:10Z',
  freshness: { lag, lagReadAt: null, projectedAt },
});

it('figures are behind when events have waited for more than five seconds', () => {
  expect(isBehind(board(3, '2026-11-28T09:00:04Z'))).toBe(true);
  expect(isBehind(board(3, '2026-11-28T09:00:08Z'))).toBe(false);
  expect(isBehind(board(3, null))).toBe(true);
});

it('figures that nothing waits for are fresh however old they are', () => {
  expect(isBehind(board(0, '2022-01-01T00:00:00Z'))).toBe(false);
});
