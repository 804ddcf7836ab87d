import { describe, expect, it } from '@jest/globals';
import { createOrganisation } from './organisation.ts';
import { createUnit } from './testing/unit.builder.ts';
import { findUnitsOfPeriod, layBelow } from './units-of-period.ts';

const under = (parent: string, code: string, validFrom = '2020-01-01', validTo: string | null = null) =>
  createUnit({ code, parent, validFrom, validTo });
/** On 1 July 2025 two communes become one; the district ends, and what it had lies below the province. */
const organisation = createOrganisation([
  createUnit({ code: 'tinh', kind: 'province' }),
  createUnit({ code: 'huyen', kind: 'district-office', parent: 'tinh', validTo: '2025-06-30' }),
  under('huyen', 'xa-1', '2020-01-01', '2025-06-30'),
  under('huyen', 'xa-2', '2020-01-01', '2025-06-30'),
  under('tinh', 'xa-moi', '2025-07-01'),
]);
const findCodes = (code: string, from: string, to: string) => {
  const found = findUnitsOfPeriod(organisation, code, { from, to });
  const toCodes = (units: readonly { readonly code: string }[]) => units.map((unit) => unit.code);
  return found === undefined ? undefined : { path: found.path, units: toCodes(found.units), former: toCodes(found.former) };
};

describe('the units of a period', () => {
  it('are those of its last day, and beside them those that were there before', () => {
    expect(findCodes('tinh', '2025-01-01', '2025-12-31')).toEqual({
      path: ['tinh'],
      units: ['tinh', 'xa-moi'],
      former: ['huyen', 'xa-1', 'xa-2'],
    });
  });

  it('have no former ones where nothing changed, also not by what changed outside of the period', () => {
    expect(findCodes('tinh', '2025-07-01', '2025-12-31')).toMatchObject({ units: ['tinh', 'xa-moi'], former: [] });
    expect(findCodes('tinh', '2025-01-01', '2025-06-30')).toMatchObject({ units: ['tinh', 'huyen', 'xa-1', 'xa-2'], former: [] });
  });

  it('of a unit that ended in the period are those of its own last day', () => {
    expect(findCodes('huyen', '2025-01-01', '2025-12-31')).toEqual({
      path: ['tinh', 'huyen'],
      units: ['huyen', 'xa-1', 'xa-2'],
      former: [],
    });
  });

  it('are none of a unit that was not there on any day', () => {
    expect(findCodes('huyen', '2025-07-01', '2025-12-31')).toBeUndefined();
    expect(findCodes('xa-moi', '2025-01-01', '2025-06-30')).toBeUndefined();
    expect(findCodes('nowhere', '2025-01-01', '2025-06-30')).toBeUndefined();
  });
});

describe('an entry', () => {
  /** On 1 May 2025 xa-1 moves from one district to the other; xa-2 ends on 30 June. */
  const moved = createOrganisation([
    createUnit({ code: 'huyen-1', kind: 'district-office' }),
    createUnit({ code: 'huyen-2', kind: 'district-office', validTo: '2025-06-30' }),
    under('huyen-1', 'xa-1', '2020-01-01', '2025-04-30'),
    under('huyen-2', 'xa-1', '2025-05-01'),
    under('huyen-1', 'xa-2', '2020-01-01', '2025-06-30'),
  ]);
  const month = (unit: string, number: number, days: number) => {
    const start = `2025-0${number}-`;
    return { unit, validFrom: `${start}01`, validTo: `${start}${days}` };
  };
  const standing = (unit: string) => ({ unit, validFrom: '2021-01-01', validTo: null });
  const ownersOf = (entry: Parameters<typeof layBelow>[2], last = '2025-12-31') =>
    ['huyen-1', 'huyen-2'].filter((code) => layBelow(moved, { code, last }, entry));

  it('of a unit that moved is the one’s until then and the other’s from then on', () => {
    expect([month('xa-1', 4, 30), month('xa-1', 5, 31)].map((entry) => ownersOf(entry))).toEqual([['huyen-1'], ['huyen-2']]);
    expect([ownersOf(standing('xa-1'), '2025-04-30'), ownersOf(standing('xa-1'), '2025-05-01')]).toEqual([
      ['huyen-1'],
      ['huyen-2'],
    ]);
  });

  it('of a unit that ended stays where the unit was last', () => {
    expect([month('xa-2', 6, 30), standing('xa-2')].map((entry) => ownersOf(entry))).toEqual([['huyen-1'], ['huyen-1']]);
  });

  it('that begins when the reported unit is gone is not its own', () => {
    expect(ownersOf(month('xa-1', 6, 30), '2025-06-30')).toEqual(['huyen-2']);
    expect(ownersOf(month('xa-1', 7, 31), '2025-06-30')).toEqual([]);
  });

  it('of a unit that nobody knows is nobody’s', () => {
    expect(ownersOf(standing('nowhere'))).toEqual([]);
  });
});
