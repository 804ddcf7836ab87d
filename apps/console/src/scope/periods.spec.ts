import { describe, expect, it } from '@jest/globals';
import { findPreset, listDates, toMonths, toPreset, toPrevious, toWholeYear, toYearBefore } from './periods.ts';
import { readScopeSearch } from './scope-search.ts';

const TODAY = '2026-11-28';

describe('a period', () => {
  it('by name ends today', () => {
    expect(toPreset('thisMonth', TODAY)).toEqual({ from: '2026-11-01', to: TODAY });
    expect(toPreset('thisQuarter', TODAY)).toEqual({ from: '2026-10-01', to: TODAY });
    expect(toPreset('thisQuarter', '2026-01-02').from).toBe('2026-01-01');
    expect(toPreset('lastYear', TODAY)).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  });

  it('is known by its name again', () => {
    expect(findPreset({ from: '2026-01-01', to: TODAY }, TODAY)).toBe('thisYear');
    expect(findPreset({ from: '2022-01-01', to: '2022-10-31' }, TODAY)).toBeUndefined();
  });

  it('is compared with as many days before it, or with a year before', () => {
    expect(toPrevious({ from: '2022-03-01', to: '2022-03-31' })).toEqual({ from: '2022-01-29', to: '2022-02-28' });
    expect(toYearBefore({ from: '2024-02-29', to: '2024-10-31' })).toEqual({ from: '2023-02-28', to: '2023-10-31' });
  });

  it('has twelve months to its end, the last one cut off there', () => {
    const months = toMonths({ from: '2022-01-01', to: '2022-10-15' });
    expect(months).toHaveLength(12);
    expect(months[0]).toEqual({ from: '2021-11-01', to: '2021-11-30' });
    expect(months[3]).toEqual({ from: '2022-02-01', to: '2022-02-28' });
    expect(months[11]).toEqual({ from: '2022-10-01', to: '2022-10-15' });
  });

  it('is a year where it is all of one, or all of it until today', () => {
    expect(toWholeYear({ from: '2026-01-01', to: TODAY }, TODAY)).toBe('2026');
    expect(toWholeYear({ from: '2022-01-01', to: '2022-12-31' }, TODAY)).toBe('2022');
    expect(toWholeYear({ from: '2022-01-01', to: '2022-10-31' }, TODAY)).toBeUndefined();
    expect(toWholeYear({ from: '2025-01-01', to: TODAY }, TODAY)).toBeUndefined();
  });

  it('of days goes over the end of a month', () => {
    expect(listDates('2024-02-28', 3)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
  });
});

describe('an address', () => {
  it('opens even where a part of it makes no sense', () => {
    expect(readScopeSearch({ unit: 'thanh-ba', from: '2022-10-31', to: '2022-01-01' })).toEqual({ unit: 'thanh-ba' });
    expect(readScopeSearch({ unit: 7, from: '2022-01-01', to: 'x' })).toEqual({});
    expect(readScopeSearch({ from: '2022-01-01', to: '2022-10-31' })).toEqual({ from: '2022-01-01', to: '2022-10-31' });
  });
});
