import { describe, expect, it } from '@jest/globals';
import { isAllowed } from './server-user.ts';

const postgres = { uid: 101, gid: 104 };

describe('isAllowed', () => {
  it.each([
    ['enters a folder that is open to all', { mode: 0o40755, uid: 0, gid: 0 }, 1, true],
    ['does not enter the private home of root', { mode: 0o40700, uid: 0, gid: 0 }, 1, false],
    ['enters by its group', { mode: 0o40750, uid: 0, gid: 104 }, 5, true],
    ['enters what it owns', { mode: 0o40700, uid: 101, gid: 0 }, 5, true],
    ['is held to the rights of the owner where it is the owner', { mode: 0o40077, uid: 101, gid: 104 }, 1, false],
    ['does not list a folder that may only be entered', { mode: 0o40711, uid: 0, gid: 0 }, 5, false],
  ])('%s', (_name, permissions, needed, expected) => {
    expect(isAllowed(postgres, permissions, needed)).toBe(expected);
  });
});
