import { expect, it } from '@jest/globals';
import { listClosableMonths } from './closable-months.ts';

it('months that may be closed are over, the latest first', () => {
  expect(listClosableMonths('2026-11-29').slice(0, 2)).toEqual(['2026-10', '2026-09']);
  expect(listClosableMonths('2026-01-31').slice(0, 2)).toEqual(['2025-12', '2025-11']);
  expect(listClosableMonths('2026-03-31')[0]).toBe('2026-02');
});
