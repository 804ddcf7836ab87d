import { describe, expect, it } from '@jest/globals';
import { ScoreReport, type Board } from '@motcua/contracts';
import { findScoreSet, toGiven, toMissing, type GivenFigure } from '@motcua/report';
import { resolve } from 'node:path';
import { readScoreSets } from './read-score-sets.ts';
import { toScoreReport } from './to-score-report.ts';
import { toScoreSheet } from './to-score-sheet.ts';

const sets = readScoreSets(resolve(import.meta.dirname, '../../../../../data/reference/score-sets.json'));
const at = '2022-11-01T00:00:00.000Z';
const rate = (numerator: number, denominator: number) => ({
  ...{ version: 1, numerator, denominator },
  value: denominator === 0 ? null : numerator / denominator,
});
const board: Board = {
  unit: 'huyen',
  period: { from: '2022-01-01', to: '2022-10-31' },
  by: null,
  asOf: at,
  parked: 0,
  freshness: { lag: 0, lagReadAt: at, projectedAt: at },
  rows: [
    {
      key: 'huyen',
      indicators: { 'on-time.766': rate(8, 9), 'online.filed': rate(4, 9), 'digitized.dossiers': rate(0, 0) },
    },
  ],
};
const origin = (id: 'satisfaction' | 'petitions') => ({ id, indicator: id, version: 1 });
const figures: GivenFigure[] = [
  toGiven(origin('satisfaction'), { numerator: 95, denominator: 100 }),
  toMissing(origin('petitions'), 'as-was-only'),
];
const score = (id: 'set-766' | 'tt-01-2018'): ScoreReport =>
  ScoreReport.parse(
    toScoreReport({ set: findScoreSet(sets, id, '2022-10-31')!, id, board, figures, unitName: { vi: 'Huyện Thanh Ba' } }),
  );
const criterionOf = ({ groups }: ScoreReport, id: string) =>
  groups.flatMap(({ criteria }) => criteria).find((one) => one.id === id);

describe('points of a unit', () => {
  it('are given for what is counted, entered and rated, and say why for the rest', () => {
    const report = score('set-766');
    expect(criterionOf(report, '2.1')).toMatchObject({ numerator: 8, denominator: 9, points: 17.78, gain: 2.22, moreToFull: 1 });
    expect(criterionOf(report, '3.3')).toMatchObject({ points: 5.33, moreToFull: 1 });
    expect(criterionOf(report, '5.4')).toMatchObject({ points: 6, gain: 0 });
    expect(criterionOf(report, '5.2')).toMatchObject({ points: null, missing: 'as-was-only' });
    expect(criterionOf(report, '4.2')).toMatchObject({ points: null, missing: 'nothing-to-count' });
    expect(criterionOf(report, '4.4')).toMatchObject({ points: null, missing: 'source-absent', opens: null });
    expect([report.points, report.knownMax, report.max, report.next, report.grade]).toEqual([29.11, 32, 100, '2.1', null]);
  });

  it('open to what is behind them, of the same moment', () => {
    const { href = '' } = criterionOf(score('set-766'), '2.1')?.opens ?? {};
    expect(href).toMatch(/^\/v1\/indicators\/on-time\.766\/dossiers\?/);
    expect(Object.fromEntries(new URL(href, 'http://x').searchParams)).toEqual({ unit: 'huyen', ...board.period, asOf: at });
    expect(criterionOf(score('set-766'), '5.4')?.opens).toMatchObject({ as: 'ratings', indicator: 'satisfaction' });
  });

  it('give no grade that the unknown could turn', () => {
    expect([score('tt-01-2018').max, score('tt-01-2018').grade]).toEqual([18, null]);
  });
});

describe('the sheet of points', () => {
  it('says what is not known in words, and marks what is only believed', () => {
    const { rows } = toScoreSheet(score('set-766'), 'vi', at);
    const lineOf = (id: string) => rows.find(([first]) => first?.value === id)?.map((cell) => cell?.value ?? null);
    expect(lineOf('2.1')).toEqual([
      ...['2.1', 'Hồ sơ xử lý đúng hạn', 'tính theo tỷ lệ, đạt từ 100 % trở lên được điểm tối đa'],
      ...[8, 9, 20, 17.78, 2.22],
    ]);
    expect(lineOf('4.4')?.slice(3)).toEqual([null, null, 4, 'chưa có số liệu', null]);
    expect(lineOf('3.1')?.[1]).toBe('Thủ tục cung cấp trực tuyến (*)');
    const texts = rows.flat().map((cell) => cell?.value);
    expect(texts).toContain(
      'Tiêu chí có thể tăng điểm nhiều nhất: Hồ sơ xử lý đúng hạn, thêm 2,22 điểm nếu có thêm 1 trường hợp đạt.',
    );
    expect(rows[0]?.[0]?.value).toBe('Căn cứ: QĐ 766/QĐ-TTg 23/6/2022');
    expect(texts).toContain('Tổng điểm của các tiêu chí đã có số liệu (32/100 điểm)');
  });
});
