import { describe, expect, it } from '@jest/globals';
import { joinDates, toLedgerLine } from './ledger-line.ts';

const day = (date: string, counted: boolean, reason: string, name: string | null = null) => ({
  kind: 'day',
  date,
  counted,
  reason,
  name,
});

describe('a ledger in one line', () => {
  it('says what was counted and what was skipped, and not the day of receipt', () => {
    const line = toLedgerLine([
      { kind: 'started', limit: { amount: 3, unit: 'working-day' } },
      day('2026-11-20', false, 'start-day'),
      day('2026-11-21', false, 'weekend'),
      day('2026-11-23', true, 'working-day'),
      day('2026-11-24', false, 'day-off', 'Ngày Văn hóa Việt Nam'),
      day('2026-11-25', true, 'working-day'),
      { kind: 'due', at: '2026-11-26T03:00:00.000Z' },
    ]);
    expect(line).toEqual({
      limit: { amount: 3, unit: 'working-day' },
      counted: ['2026-11-23', '2026-11-25'],
      skipped: [
        { date: '2026-11-21', name: null },
        { date: '2026-11-24', name: 'Ngày Văn hóa Việt Nam' },
      ],
      afterCutOff: false,
      unconfirmed: false,
    });
  });

  it('knows the cut-off and a calendar that is not confirmed', () => {
    expect(toLedgerLine([{ kind: 'cut-off' }, { kind: 'unconfirmed' }])).toMatchObject({ afterCutOff: true, unconfirmed: true });
  });

  it('joins days that follow each other', () => {
    expect(joinDates(['2026-11-17', '2026-11-18', '2026-11-20', '2026-11-30', '2026-12-01'])).toBe(
      '17–18/11, 20/11, 30/11–01/12',
    );
    expect(joinDates(['2026-12-31', '2027-01-01'])).toBe('31/12–01/01');
    expect(joinDates([])).toBe('');
  });
});
