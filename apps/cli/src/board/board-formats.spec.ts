import type { Board, IndicatorView } from '@motcua/contracts';
import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { formatCount, parsePeriod } from '@motcua/terminal';
import { parseAsOf } from '@motcua/terminal/as-of';
import { formatFigure, formatPercent } from './format-figure.ts';
import { toBoardLines } from './print-board.ts';

const indicators: IndicatorView[] = [
  {
    id: 'on-time.closed',
    version: 1,
    validFrom: '2018-01-01',
    validTo: null,
    kind: 'rate',
    name: { vi: 'Đúng hạn', en: 'On time' },
    formula: { vi: 'x' },
    source: 'x',
    opens: { as: 'dossiers', href: '/x' },
  },
  {
    id: 'received',
    version: 1,
    validFrom: '2018-01-01',
    validTo: null,
    kind: 'count',
    name: { vi: 'Tiếp nhận', en: 'Received' },
    formula: { vi: 'x' },
    source: 'x',
    opens: { as: 'dossiers', href: '/x' },
  },
];
const row = (key: string, numerator: number, denominator: number, received: number): Board['rows'][number] => ({
  key,
  indicators: {
    'on-time.closed': { version: 1, numerator, denominator, value: denominator === 0 ? null : numerator / denominator },
    received: { version: 1, numerator: null, denominator: null, value: received },
  },
});
const board = (by: Board['by'], rows: Board['rows']): Board => ({
  unit: 'thanh-ba',
  period: { from: '2022-01-01', to: '2022-10-31' },
  by,
  asOf: '2022-11-01T00:00:00.000Z',
  parked: 0,
  freshness: { lag: 0, lagReadAt: null, projectedAt: null },
  rows,
});
const print = (printed: Board): string[] =>
  toBoardLines(printed, indicators, 100).map((line) => stripVTControlCharacters(line).trimEnd());

describe('figures on a terminal', () => {
  it('round half up on whole numbers', () => {
    expect(formatPercent(97, 100)).toBe('97.00 %');
    expect(formatPercent(1, 3)).toBe('33.33 %');
    expect(formatPercent(2, 3)).toBe('66.67 %');
    expect(formatPercent(1, 8)).toBe('12.50 %');
    expect(formatPercent(1005, 100_000)).toBe('1.01 %');
    expect(formatPercent(5, 5)).toBe('100.00 %');
  });

  it('separate thousands and name what is not there', () => {
    expect(formatCount(24_033)).toBe('24,033');
    expect(formatCount(999)).toBe('999');
    expect(formatFigure({ version: 1, numerator: 0, denominator: 0, value: null })).toBe('chưa có số liệu / no data');
  });

  it('stand in a list with both names when there is one row', () => {
    const lines = print(board(null, [row('thanh-ba', 97, 100, 24_033)]));

    expect(lines[0]).toBe('thanh-ba · 2022-01-01 → 2022-10-31');
    expect(lines.some((line) => /on-time\.closed\s+97\.00 %\s+97 \/ 100\s+Đúng hạn\s+On time/.test(line))).toBe(true);
    expect(lines.some((line) => /received\s+24,033\s+Tiếp nhận\s+Received/.test(line))).toBe(true);
  });

  it('stand in tables with a row a key, and a legend, when there are several', () => {
    const lines = print(board('level', [row('commune', 1, 2, 17_846), row('district-office', 0, 0, 6_187)]));

    expect(lines.some((line) => /commune\s+50\.00 %/.test(line))).toBe(true);
    expect(lines.some((line) => /district-office\s+–/.test(line))).toBe(true);
    expect(lines.at(-1)).toBe('– chưa có số liệu / no data');
  });

  it('say of rows by officer where nobody is known', () => {
    const lines = print(board('officer', [row('', 1, 4, 4), row('dong-thanh.01', 1, 2, 2)]));

    expect(lines.some((line) => /^\(chưa rõ \/ not known\)\s+25\.00 %/.test(line))).toBe(true);
    expect(lines.some((line) => /^dong-thanh\.01\s+50\.00 %/.test(line))).toBe(true);
  });

  it('fit the width of the terminal', () => {
    const many = Array.from({ length: 18 }, (_, index): IndicatorView => ({ ...indicators[0]!, id: `indicator-${index}` }));
    const lines = toBoardLines(board('month', [row('2022-01', 1, 2, 3)]), many, 80).map(stripVTControlCharacters);

    expect(lines.filter((line) => line.includes('indicator-')).every((line) => line.trimEnd().length <= 80)).toBe(true);
  });
});

describe('a period', () => {
  it('has two inclusive dates, or one', () => {
    expect(parsePeriod('2022-01-01..2022-10-31')).toEqual({ from: '2022-01-01', to: '2022-10-31' });
    expect(parsePeriod('2022-01-01')).toEqual({ from: '2022-01-01', to: '2022-01-01' });
  });

  it('is refused when a date is none or the end comes first', () => {
    for (const text of [
      '',
      '2022-02-30..2022-03-01',
      '2022-10-31..2022-01-01',
      '2022-01-01..',
      '1/1/2022..2/2/2022',
      'a..b..c',
    ]) {
      expect(() => parsePeriod(text)).toThrow();
    }
  });

  it('is looked at from a moment with an offset', () => {
    expect(parseAsOf('2016-01-12T16:00:00-05:00')).toBe(Date.parse('2016-01-12T21:00:00Z'));
    expect(() => parseAsOf('2016-01-12')).toThrow();
  });
});
