import { describe, expect, it } from '@jest/globals';
import { mayRead, roles, type Role } from '../index.ts';

const path = ['phu-tho', 'thanh-ba', 'dong-xuan'];
const source = 'urn:legacy:one-stop';
const reads = (role: Role, unit: string): boolean =>
  mayRead({ sub: 'an', role, unit, ...(role === 'source' ? { source } : {}) }, path);

describe('who reads figures and dossiers of a unit', () => {
  it('is everybody whose unit lies on its path, but legacy systems and auditors', () => {
    const readers = roles.filter((role) => reads(role, 'thanh-ba'));
    expect(readers).toEqual(['counter', 'specialist', 'head', 'leader', 'delegation', 'admin']);
  });

  it('is nobody of another subtree', () => {
    for (const role of roles) expect(reads(role, 'khai-xuan')).toBe(false);
  });
});
