import { expect, it } from '@jest/globals';
import { toLedgerLines } from './to-ledger-lines.ts';

const day = (date: string, more: object) => ({ kind: 'day', towards: 'limit', date, ordinal: null, ...more });

it('counted days are one line, a day off is its own, a weekend is none', () => {
  const ledger = [
    { kind: 'started', at: 'a' },
    day('2022-08-31', { counted: true, reason: 'working-day', ordinal: 1 }),
    day('2022-09-01', { counted: false, reason: 'day-off', name: 'Quốc khánh' }),
    day('2022-09-03', { counted: false, reason: 'weekend' }),
    day('2022-09-05', { counted: true, reason: 'working-day', ordinal: 2 }),
    day('2022-09-10', { counted: false, reason: 'weekend' }),
    day('2022-09-12', { counted: true, reason: 'working-day', ordinal: 3 }),
    { kind: 'due', at: 'b' },
  ];
  expect(toLedgerLines(ledger).map(({ kind }) => kind)).toEqual(['started', 'counted', 'day', 'counted', 'due']);
  expect(toLedgerLines(ledger)[3]).toEqual({ kind: 'counted', from: '2022-09-05', to: '2022-09-12', number: 2 });
});

it('the one day of a limit that ends with it is counted; of a limit in hours each day says how much of it is', () => {
  const sameDay = [day('2026-11-30', { counted: true, reason: 'working-day', minutes: null })];
  expect(toLedgerLines(sameDay)).toEqual([{ kind: 'counted', from: '2026-11-30', to: '2026-11-30', number: 1 }]);
  const hours = [day('2026-11-30', { counted: true, reason: 'working-day', minutes: 240 })];
  expect(toLedgerLines(hours)).toEqual(hours);
});
