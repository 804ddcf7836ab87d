import { describe, expect, it } from '@jest/globals';
import { AccountPost } from '@motcua/contracts';
import { readReferenceData } from '../reference/reference-data.ts';
import { createStaffDirectory } from '../reference/staff-directory.ts';
import { demoPeople } from './demo-people.ts';
import { listDemoPrograms } from './demo-programs.ts';

const staffRoles: Readonly<Record<string, string>> = {
  counter: 'counter-officer',
  specialist: 'specialist',
  head: 'head',
  leader: 'leader',
};

describe('who can sign in to the demonstration', () => {
  it('is somebody of each kind, in units that there are or were', async () => {
    const { units } = await readReferenceData();
    const codes = new Set(units.map(({ code }) => code));
    const posts = demoPeople.flatMap((person) => person.posts);
    for (const post of posts) expect(AccountPost.parse(post)).toEqual(post);
    for (const { unit } of posts) if (unit !== undefined) expect(codes).toContain(unit);
    expect(new Set(posts.map(({ role }) => role))).toEqual(
      new Set(['counter', 'specialist', 'head', 'leader', 'delegation', 'auditor', 'admin']),
    );
  });

  it('does today the work that the catalogue has them down for, or is none of the staff', async () => {
    const { units } = await readReferenceData();
    const staff = new Map(createStaffDirectory(units).map(({ document }) => [document.id, document]));
    for (const { id, posts } of demoPeople) {
      const work = staff.get(id);
      if (work === undefined) continue;
      expect([id, work.validTo]).toEqual([id, null]);
      expect(posts.map(({ role, unit }) => [staffRoles[role], unit])).toEqual([[work.role, work.unit]]);
    }
  });

  it('has programs with a name each', async () => {
    const ids = (await listDemoPrograms()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['operator', 'scenario', 'paper', 'xa-thanh-ba.counter']));
  });
});
