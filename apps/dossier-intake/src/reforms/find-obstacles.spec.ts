import { expect, it } from '@jest/globals';
import { createUnit } from '@motcua/contracts/testing';
import { createOrganisation, toUnit } from '@motcua/organisation';
import { listEnding } from './find-obstacles.ts';

const before = { validTo: '2025-06-30' };
const province = createUnit('phu-tho', 'province', null, { calendar: 'vn' });
const organisationOf = (...units: readonly ReturnType<typeof createUnit>[]) =>
  createOrganisation([province, ...units].map(toUnit));

it('ends with a reform what the catalogue ends on that day and nobody goes on with, and no unit of another reform', () => {
  const now = organisationOf(
    createUnit('thanh-ba', 'commune', 'phu-tho'),
    createUnit('ha-hoa', 'commune', 'phu-tho', { ...before, successors: [{ unit: 'xa-ha-hoa' }] }),
    createUnit('doan-hung', 'commune', 'phu-tho', before),
    createUnit('cam-khe', 'commune', 'phu-tho', { validTo: '2025-05-31' }),
    createUnit('viet-tri', 'commune', 'phu-tho'),
  );
  const after = organisationOf(
    createUnit('thanh-ba', 'commune', 'phu-tho', { ...before, successors: [{ unit: 'viet-tri' }] }),
    createUnit('viet-tri', 'commune', 'phu-tho'),
  );
  // The file's own are among them while the catalogue has not heard of it; afterwards they are added by whoever asks.
  expect(listEnding(now, after, '2025-07-01')).toEqual(['thanh-ba', 'doan-hung']);
});
