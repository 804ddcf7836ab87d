import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { paragraph, report } from './report.builder.ts';
import { toReportLines } from './report-lines.ts';

const plain = (width: number | undefined): string[] => toReportLines(report, width).map(stripVTControlCharacters);

describe('the lines of a report', () => {
  it('say the paragraph to the letter, wrapped between words to the terminal', () => {
    for (const width of [40, 80, 300]) {
      const end = plain(width).findIndex((line) => line.includes('motcua report'));
      const text = plain(width).slice(0, end);
      expect(text.map((line) => line.trim()).join(' ')).toBe(paragraph);
      expect(Math.max(...text.map((line) => line.length))).toBeLessThanOrEqual(Math.min(width, 110));
    }
  });

  it('are a line a paragraph where there is no terminal', () => {
    expect(plain(undefined)[0]).toBe(`  ${paragraph}`);
  });

  it('name the command that opens each figure, and its label where there is room', () => {
    expect(plain(undefined).slice(1)).toEqual([
      '  motcua report supervision --unit thanh-ba --period 2022-01-01..2022-10-31',
      '  97%      motcua evidence on-time --unit thanh-ba --period 2022-01-01..2022-10-31  Trước và đúng hạn',
      '  52%      motcua evidence digitized --unit thanh-ba --period 2022-01-01..2022-10-31  Số hóa hồ sơ',
    ]);
    expect(plain(80).at(-1)).toBe('  52%      motcua evidence digitized --unit thanh-ba --period 2022-01-01..2022-10-31');
  });
});
