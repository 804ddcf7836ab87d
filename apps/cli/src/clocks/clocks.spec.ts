import type { ClockLine } from '@motcua/contracts';
import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { toClockTable } from './clock-table.ts';
import { toRemainingWords } from './clock-words.ts';

const line = (rest: Partial<ClockLine> = {}): ClockLine => ({
  dossierId: '0198d2a0-7c11-7000-8000-000000000001',
  code: 'H44.41-261125-0001',
  sourceCode: null,
  clock: 'dossier',
  generation: 1,
  state: 'due-soon',
  startedAt: '2026-11-25T01:00:00.000Z',
  due: '2026-11-25T09:30:00.000Z',
  originalDue: '2026-11-25T09:30:00.000Z',
  remainingMinutes: 200,
  lastEscalation: 'half',
  nextEscalation: 'four-fifths',
  nextEscalationAt: '2026-11-25T08:00:00.000Z',
  breached: false,
  unit: 'xa-thanh-ba',
  handlingUnit: 'xa-thanh-ba',
  officer: 'xa-thanh-ba.01',
  procedure: '2.000908',
  timeZone: 'Asia/Ho_Chi_Minh',
  ...rest,
});

describe('what is left of a clock', () => {
  it.each([
    ['due-soon', 200, 'còn 3 giờ 20 phút làm việc'],
    ['running', 480, 'còn 8 giờ làm việc'],
    ['running', 5, 'còn 5 phút làm việc'],
    ['breached', 0, 'quá 0 phút làm việc'],
    ['breached', -125, 'quá 2 giờ 5 phút làm việc'],
    ['paused', null, 'tạm dừng'],
    ['closed', null, 'đã xong'],
  ] as const)('of a %s one with %p minutes is said in words', (state, remainingMinutes, words) => {
    expect(toRemainingWords({ state, remainingMinutes })).toBe(words);
  });
});

describe('the table of clocks', () => {
  it('shows a clock on a line, its due moment on the clock of its counter', () => {
    const [head = '', row = ''] = toClockTable([line()]).map((text) =>
      stripVTControlCharacters(text).trim().replace(/ {2,}/g, ' | '),
    );
    expect(head).toContain('HỒ SƠ / DOSSIER | ĐỒNG HỒ / CLOCK');
    expect(row).toBe(
      'H44.41-261125-0001 | giải quyết hồ sơ | sắp đến hạn | 2026-11-25 16:30 | còn 3 giờ 20 phút làm việc | half → four-fifths | xa-thanh-ba.01',
    );
  });

  it('names an imported dossier by its own code, and one in nobody’s hands by its unit', () => {
    const [, row = ''] = toClockTable([
      line({ code: null, sourceCode: '101001', officer: null, due: null, lastEscalation: null, nextEscalation: null }),
    ]);
    expect(stripVTControlCharacters(row)).toMatch(/^101001 .* – .*xa-thanh-ba/);
  });
});
