import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { calendarOf, childrenAt, createOrganisation, findUnit, pathAt, subtreeAt, successorsOf, type Unit } from './index.ts';
import { createUnit } from './testing/unit.builder.ts';

const thanhBa: unknown = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../data/reference/units.json'), 'utf8'));

const codesOf = (units: readonly Unit[]): readonly string[] => units.map(({ code }) => code);

describe('units with dates', () => {
  it('gives a path from the root to the unit, as it was on that day', () => {
    const organisation = createOrganisation([
      createUnit({ code: 'province' }),
      createUnit({ code: 'old-district', parent: 'province', validTo: '2025-06-30' }),
      createUnit({ code: 'commune', parent: 'old-district', validTo: '2025-06-30' }),
      createUnit({ code: 'commune', parent: 'province', validFrom: '2025-07-01' }),
    ]);
    expect(organisation.refusals).toEqual([]);
    expect(pathAt(organisation, 'commune', '2025-06-30')).toEqual(['province', 'old-district', 'commune']);
    expect(pathAt(organisation, 'commune', '2025-07-01')).toEqual(['province', 'commune']);
    expect(pathAt(organisation, 'commune', '2019-12-31')).toBeUndefined();
    expect(pathAt(organisation, 'nowhere', '2025-07-01')).toBeUndefined();
  });

  it('takes a moment for the date on the wall in Vietnam', () => {
    const organisation = createOrganisation([createUnit({ code: 'commune', validFrom: '2025-07-01' })]);
    expect(findUnit(organisation, 'commune', Date.parse('2025-06-30T16:59:59Z'))).toBeUndefined();
    expect(findUnit(organisation, 'commune', Date.parse('2025-06-30T17:00:00Z'))?.code).toBe('commune');
  });

  it('takes a moment for the date in another zone where one is given', () => {
    const organisation = createOrganisation([createUnit({ code: 'boston', validFrom: '2025-07-01' })], {
      timeZone: 'America/New_York',
    });
    expect(findUnit(organisation, 'boston', Date.parse('2025-07-01T03:59:59Z'))).toBeUndefined();
    expect(findUnit(organisation, 'boston', Date.parse('2025-07-01T04:00:00Z'))?.code).toBe('boston');
  });

  it('inherits the calendar of the nearest unit above', () => {
    const organisation = createOrganisation([
      createUnit({ code: 'province', calendar: 'vn' }),
      createUnit({ code: 'district', parent: 'province' }),
      createUnit({ code: 'commune', parent: 'district', calendar: 'saturday' }),
    ]);
    expect(calendarOf(organisation, 'district', '2025-01-01')).toBe('vn');
    expect(calendarOf(organisation, 'commune', '2025-01-01')).toBe('saturday');
    expect(calendarOf(organisation, 'nowhere', '2025-01-01')).toBeUndefined();
  });
});

describe('units that do not hold together', () => {
  const refusalsOf = (...units: Unit[]): readonly (readonly [string, string])[] =>
    createOrganisation(units).refusals.map(({ code, unit }) => [code, unit] as const);

  it('refuses a unit whose parent is unknown, and what lies below it', () => {
    expect(
      refusalsOf(createUnit({ code: 'a', parent: 'nowhere' }), createUnit({ code: 'b', parent: 'a' }), createUnit({ code: 'c' })),
    ).toEqual([
      ['organisation.parent-unknown', 'a'],
      ['organisation.parent-unknown', 'b'],
    ]);
  });

  it('refuses a unit that begins when its parent is no more', () => {
    const units = [
      createUnit({ code: 'a', validTo: '2021-12-31' }),
      createUnit({ code: 'b', parent: 'a', validFrom: '2022-01-01' }),
    ];
    expect(refusalsOf(...units)).toEqual([['organisation.parent-unknown', 'b']]);
  });

  it('refuses units that are above themselves', () => {
    expect(refusalsOf(createUnit({ code: 'a', parent: 'b' }), createUnit({ code: 'b', parent: 'a' }))).toEqual([
      ['organisation.cycle', 'a'],
      ['organisation.cycle', 'b'],
    ]);
  });

  it('finds a cycle that begins when a parent changes', () => {
    const units = [
      createUnit({ code: 'a', parent: 'b' }),
      createUnit({ code: 'b', validTo: '2024-12-31' }),
      createUnit({ code: 'b', parent: 'a', validFrom: '2025-01-01' }),
    ];
    expect(refusalsOf(...units)).toContainEqual(['organisation.cycle', 'a']);
  });

  it('refuses a version that begins while another is valid, and keeps the other', () => {
    const units = [createUnit({ code: 'a', validTo: '2025-07-01' }), createUnit({ code: 'a', validFrom: '2025-07-01' })];
    expect(refusalsOf(...units)).toEqual([['organisation.validity-overlaps', 'a']]);
    expect(createOrganisation(units).units).toEqual([units[0]]);
  });

  it('refuses dates that are none', () => {
    expect(
      refusalsOf(createUnit({ code: 'a', validFrom: '2025-02-30' }), createUnit({ code: 'b', validTo: '2019-12-31' })),
    ).toEqual([
      ['organisation.validity-invalid', 'a'],
      ['organisation.validity-invalid', 'b'],
    ]);
  });
});

describe('Thanh Ba before and after 1 July 2025', () => {
  const organisation = createOrganisation(thanhBa as readonly Unit[]);

  it('accepts every unit of the reference data', () => {
    expect(organisation.refusals).toEqual([]);
  });

  it('has 19 communes and six departments below the district until 30 June', () => {
    const children = childrenAt(organisation, 'thanh-ba', '2025-06-30');
    expect(children.filter(({ kind }) => kind === 'commune')).toHaveLength(19);
    expect(children.filter(({ kind }) => kind === 'department')).toHaveLength(6);
    expect(pathAt(organisation, 'dong-xuan', '2022-03-01')).toEqual(['phu-tho', 'thanh-ba', 'dong-xuan']);
  });

  it('has no district and six communes below the province from 1 July', () => {
    expect(findUnit(organisation, 'thanh-ba', '2025-07-01')).toBeUndefined();
    expect(subtreeAt(organisation, 'thanh-ba', '2025-07-01')).toEqual([]);
    expect(codesOf(subtreeAt(organisation, 'phu-tho', '2025-07-01'))).toEqual([
      'phu-tho',
      'xa-thanh-ba',
      'xa-quang-yen',
      'xa-hoang-cuong',
      'xa-dong-thanh',
      'xa-chi-tien',
      'xa-lien-minh',
    ]);
  });

  it('leads each of the 19 to exactly one of the six', () => {
    const old = childrenAt(organisation, 'thanh-ba', '2025-06-30').filter(({ kind }) => kind === 'commune');
    expect(old.map(({ code }) => successorsOf(organisation, code).length)).toEqual(Array.from({ length: 19 }, () => 1));
    expect(successorsOf(organisation, 'thi-tran-thanh-ba')).toEqual(['xa-thanh-ba']);
    expect(successorsOf(organisation, 'luong-lo')).toEqual(['xa-lien-minh']);
    expect(findUnit(organisation, 'xa-dong-thanh', '2025-07-01')?.predecessors).toEqual(['khai-xuan', 'vo-lao', 'dong-thanh']);
  });

  it('lets everyone work by the calendar of the country', () => {
    expect(calendarOf(organisation, 'dong-xuan', '2022-03-01')).toBe('vn');
    expect(calendarOf(organisation, 'xa-chi-tien', '2026-03-01')).toBe('vn');
  });
});
