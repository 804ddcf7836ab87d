import { describe, expect, it } from '@jest/globals';
import { choosePost } from './choose-post.ts';
import type { Person } from './person.ts';
import { holdsPost, listHeldPosts, withTraining } from './training.ts';

const officer: Person = { sub: 'nv-1', amr: [], posts: [{ role: 'counter', unit: 'xa-thanh-ba' }] };
const practice = { role: 'counter', unit: 'tap-huan' } as const;

describe('practising', () => {
  it('is open to who works on dossiers, in their own roles, and to nobody else', () => {
    const rolesOf = (...roles: ('counter' | 'head' | 'leader' | 'auditor')[]) =>
      withTraining({ ...officer, posts: roles.map((role) => ({ role, unit: 'xa-thanh-ba' })) }, 'tap-huan').training;
    expect(rolesOf('counter')).toEqual([practice]);
    expect(rolesOf('head', 'counter', 'counter')).toEqual([practice, { role: 'head', unit: 'tap-huan' }]);
    expect(rolesOf('leader', 'auditor')).toBeUndefined();
    expect(withTraining(officer, undefined)).toBe(officer);
  });

  it('is named, and never taken for somebody’s post', () => {
    const person = withTraining(officer, 'tap-huan');
    expect(choosePost(person, undefined)).toEqual(officer.posts[0]);
    expect(choosePost(person, 'counter@tap-huan')).toEqual(practice);
    expect(() => choosePost(person, 'head@tap-huan')).toThrow('counter@xa-thanh-ba, counter@tap-huan');
    expect(() => choosePost(officer, 'counter@tap-huan')).toThrow();
  });

  it('ends with the post that it came with', () => {
    expect(holdsPost(withTraining(officer, 'tap-huan'), practice)).toBe(true);
    expect(holdsPost(withTraining({ ...officer, posts: [{ role: 'leader', unit: 'phu-tho' }] }, 'tap-huan'), practice)).toBe(
      false,
    );
    expect(listHeldPosts(officer)).toEqual(officer.posts);
  });
});
