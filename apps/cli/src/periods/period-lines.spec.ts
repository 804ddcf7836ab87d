import type { PeriodCloseSummary, PeriodComparison } from '@motcua/contracts';
import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { toCloseLines, toComparisonLines, toListLines } from './period-lines.ts';

const close: PeriodCloseSummary = {
  id: '0198d2a0-7c11-7000-8000-000000000001',
  unit: 'thanh-ba',
  month: '2022-09',
  period: { from: '2022-09-01', to: '2022-09-30' },
  state: 'proposed',
  knownAt: '2022-10-03T01:00:00.000Z',
  proposedBy: 'tp-1',
  proposedAt: '2022-10-03T01:00:00.000Z',
  decidedBy: null,
  decidedAt: null,
  override: null,
  dossiers: 2_379,
  contentHash: 'a'.repeat(64),
  link: null,
};
const textOf = (lines: readonly string[]): string => stripVTControlCharacters(lines.join('\n'));

describe('a closed month', () => {
  it('that is proposed names the command by which somebody else confirms it', () => {
    expect(textOf(toCloseLines(close))).toContain(`motcua period confirm ${close.id}`);
    expect(textOf(toCloseLines({ ...close, state: 'confirmed' }))).not.toContain('motcua');
  });

  it('says for ever that it was closed with something missing, and why', () => {
    const override = { reason: 'Báo cáo phải gửi trước 17 giờ', lagging: 3, parked: 1 };
    expect(textOf(toCloseLines({ ...close, override }))).toMatch(/3 hồ sơ .* 1 bản tin .*Báo cáo phải gửi trước 17 giờ/);
  });

  it('is listed, or said to be none', () => {
    expect(textOf(toListLines('thanh-ba', [close]))).toContain('2022-09');
    expect(toListLines('thanh-ba', [])).toEqual(['thanh-ba: chưa chốt tháng nào / no month is closed']);
  });

  it('shows only numbers that have moved, and each dossier with the event that moved them', () => {
    const comparison: PeriodComparison = {
      close,
      nowKnownAt: '2022-10-09T01:00:00.000Z',
      figures: [
        { indicator: 'received', part: 'value', reported: 8, nowKnown: 8 },
        { indicator: 'on-time.ii06a', part: 'numerator', reported: 4, nowKnown: 5 },
      ],
      changedDossiers: 1,
      dossiers: [
        {
          dossierId: close.id,
          code: 'H44.05-220901-0007',
          events: [
            {
              ...{ stream: 'dossier', type: 'vn.motcua.dossier.corrected.v1', version: 3 },
              ...{ occurredAt: '2022-10-08T01:00:00.000Z', recordedAt: '2022-10-08T01:00:01.000Z' },
              changes: [
                { indicator: 'on-time.ii06a', part: 'numerator', by: 1 },
                { indicator: 'finished.late', part: 'value', by: -1 },
              ],
            },
          ],
        },
      ],
      next: null,
    };
    const text = textOf(toComparisonLines(comparison, comparison.dossiers));
    expect(text).toMatch(/on-time\.ii06a\/numerator +4 +5/);
    expect(text).not.toMatch(/^received/m);
    expect(text).toContain('dossier.corrected: on-time.ii06a/numerator +1, finished.late −1');
    expect(textOf(toComparisonLines({ ...comparison, changedDossiers: 0 }, []))).toContain('đúng như đã báo cáo');
  });
});
