import { describe, expect, it } from '@jest/globals';
import { createOrganisation, findUnitsOfPeriod, type Unit } from '@motcua/organisation';
import { splitEntries } from './institutional-entries.ts';

const period = { from: '2022-01-01', to: '2022-12-31' };

/** Which units are in which row of a unit's board of 2022. */
function listRows(unit: string, ...units: readonly Unit[]): Record<string, readonly string[]> {
  const organisation = createOrganisation(units);
  const { units: found = [], former = [] } = findUnitsOfPeriod(organisation, unit, period) ?? {};
  const rows = splitEntries(organisation, unit, { units: found, former, figures: [] }, period.to);
  const codesOf = (row: ReturnType<typeof rows.get>) => [...(row?.units ?? []), ...(row?.former ?? [])].map(({ code }) => code);
  return Object.fromEntries([...rows].map(([key, row]) => [key, codesOf(row).sort()]));
}

const unit = (code: string, parent: string | null, more: Partial<Unit> = {}): Unit => ({
  code,
  name: { vi: code },
  kind: 'commune',
  parent,
  validFrom: '2000-01-01',
  validTo: null,
  predecessors: [],
  ...more,
});
const tree = [unit('huyen', null), unit('khu', 'huyen'), unit('khac', 'huyen'), unit('ngoai', null)];

describe('the row of a unit', () => {
  it('is that of the period, though the unit has come to lie elsewhere since', () => {
    const xa = [unit('xa', 'huyen', { validTo: '2023-03-31' }), unit('xa', 'khu', { validFrom: '2023-04-01' })];
    expect(listRows('huyen', ...tree, ...xa)).toEqual({ huyen: ['huyen'], khu: ['khu'], khac: ['khac'], xa: ['xa'] });
  });

  it('is where it lay at the end of the period, or when it last lay below', () => {
    const moved = [unit('xa', 'khu', { validTo: '2022-03-31' }), unit('xa', 'khac', { validFrom: '2022-04-01' })];
    const went = [unit('di', 'khac', { validTo: '2022-06-30' }), unit('di', 'ngoai', { validFrom: '2022-07-01' })];
    const ended = unit('het', 'khu', { validTo: '2022-06-30' });
    const rows = { huyen: ['huyen'], khu: ['het', 'khu'], khac: ['di', 'khac', 'xa'] };
    expect(listRows('huyen', ...tree, ...moved, ...went, ended)).toEqual(rows);
  });

  it.each([
    ['2022-03-31', '2022-04-01', { huyen: ['huyen'], khac: ['khac', 'khu', 'xa'] }],
    ['2023-03-31', '2023-04-01', { huyen: ['huyen'], khac: ['khac'], khu: ['khu', 'xa'] }],
  ])('goes with the unit above it, of which the last day at one place is %s', (validTo, validFrom, rows) => {
    const khu = [unit('khu', 'huyen', { validTo }), unit('khu', 'khac', { validFrom })];
    expect(listRows('huyen', unit('huyen', null), unit('khac', 'huyen'), ...khu, unit('xa', 'khu'))).toEqual(rows);
  });
});
