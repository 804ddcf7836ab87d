import { describe, expect, it } from '@jest/globals';
import type { Account } from '@motcua/contracts';
import { stripVTControlCharacters } from 'node:util';
import { toAccountLines } from './account-lines.ts';
import { createAccountCommand } from './account.command.ts';
import { formatPost, parsePost } from './parse-post.ts';

const account: Account = {
  id: 'xa-thanh-ba.head',
  displayName: 'Trần Văn Nam',
  state: 'active',
  posts: [{ role: 'head', unit: 'xa-thanh-ba' }, { role: 'admin' }],
  secondFactor: 'asked',
  mustChangePassword: true,
  lockedPlaces: 0,
  lastSignInAt: null,
  version: 1,
};

describe('a post on the command line', () => {
  it('is a role at a unit, one after another; only an administrator needs none', () => {
    const posts = ['head@xa-thanh-ba', 'admin'].reduce<ReturnType<typeof parsePost>>(
      (before, text) => parsePost(text, before),
      [],
    );
    expect(posts).toEqual(account.posts);
    expect(posts.map(formatPost)).toEqual(['head@xa-thanh-ba', 'admin']);
  });

  it.each(['head', 'source@xa-thanh-ba', 'head@', 'head@a@b', ''])('is not %j', (text) => {
    expect(() => parsePost(text)).toThrow('role@unit');
  });
});

describe('motcua account', () => {
  it('shows who may act as what, and who has to wait', () => {
    const lines = toAccountLines([account, { ...account, id: 'quan-tri', lockedPlaces: 2 }]).map(stripVTControlCharacters);
    expect(lines.find((line) => line.includes('xa-thanh-ba.head'))).toMatch(/head@xa-thanh-ba admin\s.*asked\s.*active/);
    expect(lines.find((line) => line.startsWith('quan-tri'))).toContain('locked');
    expect(toAccountLines([])).toEqual(['none']);
  });

  it('has a command for each thing that the API can do to an account', () => {
    expect(createAccountCommand().commands.map((command) => command.name())).toEqual([
      ...['list', 'create', 'reset', 'posts', 'disable', 'enable', 'unlock', 'second-factor-reset'],
    ]);
  });
});
