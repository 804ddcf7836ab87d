import { describe, expect, it } from '@jest/globals';
import { createOrganisation, findGoingOn } from './index.ts';
import { createUnit } from './testing/unit.builder.ts';

const organisation = createOrganisation([
  createUnit({ code: 'province' }),
  createUnit({ code: 'town', validTo: '2025-06-30', successors: [{ unit: 'commune' }] }),
  createUnit({
    code: 'office',
    validTo: '2025-06-30',
    successors: [{ unit: 'commune', field: 'land' }, { unit: 'province' }],
  }),
  createUnit({ code: 'desk', validTo: '2025-06-30', successors: [{ unit: 'commune', field: 'land' }] }),
  createUnit({ code: 'closed', validTo: '2025-06-30' }),
  createUnit({ code: 'commune', validFrom: '2025-07-01', validTo: '2029-12-31', successors: [{ unit: 'ward' }] }),
  createUnit({ code: 'ward', validFrom: '2030-01-01' }),
  createUnit({ code: 'one', validTo: '2025-06-30', successors: [{ unit: 'other' }] }),
  createUnit({ code: 'other', validTo: '2025-06-30', successors: [{ unit: 'one' }] }),
]);
const on = (date: string, code: string, field = 'land'): string | undefined => findGoingOn(organisation, code, field, date);

describe('who goes on with what a unit owned', () => {
  it('is the unit itself until its last day, its successor from the next', () => {
    expect(on('2025-06-30', 'town')).toBe('town');
    expect(on('2025-07-01', 'town')).toBe('commune');
  });

  it('goes by the field where there are several, and else to the one that names none', () => {
    expect(on('2025-07-01', 'office', 'land')).toBe('commune');
    expect(on('2025-07-01', 'office', 'trade')).toBe('province');
    expect(on('2025-07-01', 'desk', 'trade')).toBeUndefined();
  });

  it('goes on where the successor has ended too', () => {
    expect(on('2030-01-01', 'town')).toBe('ward');
  });

  it('is nobody where none is known, or where units name each other', () => {
    expect(on('2025-07-01', 'closed')).toBeUndefined();
    expect(on('2025-07-01', 'one')).toBeUndefined();
    expect(on('2025-07-01', 'nowhere')).toBeUndefined();
  });

  it('is the unit itself before it began: nobody had it then', () => {
    expect(on('2020-06-01', 'commune')).toBe('commune');
  });
});
