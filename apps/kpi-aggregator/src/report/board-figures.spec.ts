import { describe, expect, it } from '@jest/globals';
import type { Board } from '@motcua/contracts';
import { findIndicator, indicators } from '@motcua/indicators';
import { toBoardFigures, toCauses, toOverdueList, toUnitShares } from './board-figures.ts';

const period = { from: '2022-01-01', to: '2022-10-31' };
const asOf = '2022-11-01T00:00:00.000Z';

type Parts = Readonly<Record<string, readonly [numerator: number, denominator: number]>>;
const toRow = (key: string, parts: Parts): Board['rows'][number] => ({
  key,
  ...(key.startsWith('xa-') ? { name: { vi: `Xã ${key}` } } : {}),
  indicators: Object.fromEntries(
    Object.entries(parts).map(([id, [numerator, denominator]]) => [
      id,
      { version: 1, numerator, denominator, value: denominator === 0 ? null : numerator / denominator },
    ]),
  ),
});
const toBoard = (by: Board['by'], ...rows: Board['rows']): Board => {
  const freshness = { lag: 0, lagReadAt: null, projectedAt: null };
  return { unit: 'huyen', period, by, asOf, parked: 0, freshness, rows };
};
const boards = {
  whole: toBoard(null, toRow('huyen', { 'on-time.closed': [8, 9], 'digitized.dossiers': [5, 9] })),
  byLevel: toBoard('level', toRow('commune', { 'online.filed': [1, 5] })),
  byUnit: toBoard('unit', toRow('xa-1', { 'on-time.closed': [4, 5], 'digitized.dossiers': [2, 5] }), toRow('bo-phan', {})),
};
const figureOf = (id: string) => toBoardFigures(boards).find((figure) => figure.id === id);
const queryOf = (href = '') => Object.fromEntries(new URL(href, 'http://x').searchParams);
const asked = { unit: 'huyen', ...period, asOf };

describe('figures of the board', () => {
  it('take digitization from the indicator of the registry, in its version', () => {
    expect(figureOf('digitized')).toMatchObject({
      indicator: 'digitized.dossiers',
      version: findIndicator('digitized.dossiers')?.version,
      numerator: 5,
      denominator: 9,
      missing: null,
    });
  });

  it('are opened to the list of what counts, and to that of what does not, of the same moment', () => {
    const { list, rest } = figureOf('digitized') ?? {};
    expect(list?.href).toMatch(/^\/v1\/indicators\/digitized\.dossiers\/dossiers\?/);
    expect([queryOf(list?.href), queryOf(rest?.href)]).toEqual([
      { ...asked, part: 'numerator' },
      { ...asked, part: 'rest' },
    ]);
    const row = { by: 'level', key: 'commune' };
    expect(queryOf(figureOf('online.commune')?.rest?.href)).toEqual({ ...asked, part: 'rest', ...row });
    expect(figureOf('online.commune')?.list).toMatchObject({ indicator: 'online.filed', part: 'numerator', ...row });
  });

  it('have nothing to count where the board has no such row', () => {
    expect(figureOf('online.district')).toMatchObject({ numerator: 0, denominator: 0, missing: 'nothing-to-count' });
  });
});

describe('shares of the units', () => {
  it('are those of time and of digitization, each opened to what is wanting in the row', () => {
    const shares = toUnitShares(boards, 'vi');
    expect(
      shares.map(({ figure, unit, unitName, numerator, denominator }) => [figure, unit, unitName, numerator, denominator]),
    ).toEqual([
      ['on-time', 'xa-1', 'Xã xa-1', 4, 5],
      ['on-time', 'bo-phan', 'bo-phan', 0, 0],
      ['digitized', 'xa-1', 'Xã xa-1', 2, 5],
      ['digitized', 'bo-phan', 'bo-phan', 0, 0],
    ]);
    expect(shares[0]?.rest).toMatchObject({ indicator: 'on-time.closed', part: 'rest', by: 'unit', key: 'xa-1' });
    expect(queryOf(toOverdueList(boards).href)).toEqual({ ...asked, part: 'value' });
  });
});

describe('overdue dossiers by cause', () => {
  it('are counted for each cause of the registry, and not once more for their sum', () => {
    const toCount = (value: number) => ({ version: 1, numerator: value, denominator: null, value });
    const counts = { 'overdue.by-cause': toCount(9), 'overdue.real': toCount(7), 'overdue.sync-lag': toCount(2) };
    const found = toCauses({ ...boards, whole: toBoard(null, { key: 'huyen', indicators: counts }) });
    expect(found.filter(({ count }) => count > 0)).toEqual([
      { name: findIndicator('overdue.real')?.name, count: 7 },
      { name: findIndicator('overdue.sync-lag')?.name, count: 2 },
    ]);
    expect(found).toHaveLength(indicators.filter(({ id }) => id.startsWith('overdue.')).length - 1);
  });
});
