import { describe, expect, it } from '@jest/globals';
import { PutStaffContact, StaffDocument } from '@motcua/contracts';
import { readReferenceData } from './reference-data.ts';
import { createStaffDirectory } from './staff-directory.ts';

const { units } = await readReferenceData();
const directory = createStaffDirectory(units);

describe('the invented staff', () => {
  it('fills every unit with a head, a counter officer and specialists, each once', () => {
    for (const { code } of units) {
      const roles = directory.filter(({ document }) => document.unit === code).map(({ document }) => document.role);
      expect(roles).toEqual(expect.arrayContaining(['head', 'counter-officer', 'specialist']));
    }
    expect(new Set(directory.map(({ document }) => document.id)).size).toBe(directory.length);
  });

  it('knows the officers that the scenario and the simulated counters act under', () => {
    const ids = directory.map(({ document }) => document.id);
    expect(ids).toEqual(expect.arrayContaining(['dong-xuan.03', 'thanh-ba.06', 'xa-thanh-ba.counter', 'xa-thanh-ba.specialist']));
    expect(ids).toEqual(expect.arrayContaining(['thanh-ba.leader', 'phu-tho.leader']));
  });

  it('can be reached nowhere in the real world, and is what the directory accepts', () => {
    for (const { document, contact } of directory) {
      expect(contact.mail).toMatch(/@[a-z-]+\.example$/);
      expect(contact.phone).toMatch(/^0000\d{6}$/);
      expect(PutStaffContact.safeParse(contact).success).toBe(true);
      expect(StaffDocument.safeParse(document).success).toBe(true);
    }
  });

  it('works in its unit for as long as there is the unit', () => {
    const validityOf = (id: string) => {
      const { validFrom, validTo } = directory.find(({ document }) => document.id === id)?.document ?? {};
      return [validFrom, validTo];
    };
    expect(validityOf('dong-xuan.03')).toEqual(['2020-01-01', '2025-06-30']);
    expect(validityOf('xa-thanh-ba.01')).toEqual(['2025-07-01', null]);
  });

  it('is the same on every machine', () => {
    expect(createStaffDirectory(units)).toEqual(directory);
  });
});
