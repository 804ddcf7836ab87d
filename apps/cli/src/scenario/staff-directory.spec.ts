import { describe, expect, it } from '@jest/globals';
import { PutStaffMember } from '@motcua/contracts';
import { readReferenceData } from './reference-data.ts';
import { createStaffDirectory } from './staff-directory.ts';

const { units } = await readReferenceData();
const directory = createStaffDirectory(units);

describe('the invented staff', () => {
  it('fills every unit with a head, a counter officer and specialists, each once', () => {
    for (const { code } of units) {
      const roles = directory.filter(({ member }) => member.unit === code).map(({ member }) => member.role);
      expect(roles).toEqual(expect.arrayContaining(['head', 'counter-officer', 'specialist']));
    }
    expect(new Set(directory.map(({ id }) => id)).size).toBe(directory.length);
  });

  it('knows the officers that the scenario and the simulated counters act under', () => {
    const ids = directory.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['dong-xuan.03', 'thanh-ba.06', 'xa-thanh-ba.counter', 'xa-thanh-ba.specialist']));
    expect(ids).toEqual(expect.arrayContaining(['thanh-ba.leader', 'phu-tho.leader']));
  });

  it('can be reached nowhere in the real world, and is what the directory accepts', () => {
    for (const { member } of directory) {
      expect(member.mail).toMatch(/@[a-z-]+\.example$/);
      expect(member.phone).toMatch(/^0000\d{6}$/);
      expect(PutStaffMember.safeParse(member).success).toBe(true);
    }
  });

  it('is the same on every machine', () => {
    expect(createStaffDirectory(units)).toEqual(directory);
  });
});
