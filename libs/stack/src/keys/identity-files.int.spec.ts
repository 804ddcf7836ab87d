import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isPassword } from '@motcua/auth/passwords';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getStackPaths, type StackPaths } from '../state/stack-paths.ts';
import { ensureFirstAccounts, toFirstAccountsFile } from './first-accounts.ts';
import { toProvidersFile, writeProviders } from './identity-providers.ts';
import { ensureServiceAccounts, toServiceAccountsFile } from './service-accounts.ts';

let paths: StackPaths;
beforeEach(async () => {
  const secrets = await mkdtemp(join(tmpdir(), 'identity-files-'));
  paths = { ...getStackPaths(), secrets };
});
afterEach(() => rm(paths.secrets, { recursive: true, force: true }));

const counter = { id: 'xa-thanh-ba.counter', displayName: 'Cán bộ', posts: [{ role: 'counter', unit: 'xa-thanh-ba' }] } as const;
const head = { ...counter, id: 'xa-thanh-ba.head' };

describe('the accounts that a stack begins with', () => {
  it('have passwords that are shown once and stand in no file', async () => {
    const [shown] = await ensureFirstAccounts(paths, [counter]);
    const text = await readFile(toFirstAccountsFile(paths), 'utf8');
    expect(text).not.toContain(shown?.password ?? '');
    const { accounts } = JSON.parse(text) as { accounts: { passwordHash: string }[] };
    expect(await isPassword(shown?.password ?? '', accounts[0]?.passwordHash ?? '')).toBe(true);
    expect((await stat(toFirstAccountsFile(paths))).mode & 0o777).toBe(0o600);
    expect(await ensureFirstAccounts(paths, [counter])).toEqual([]);
    expect((await ensureFirstAccounts(paths, [counter, head])).map(({ id }) => id)).toEqual([head.id]);
  });
});

describe('the accounts of programs', () => {
  it('keep their secrets, get the rights of this version, and leave others alone', async () => {
    const read = async () =>
      (
        JSON.parse(await readFile(toServiceAccountsFile(paths), 'utf8')) as {
          accounts: { id: string; secret: string; role?: string }[];
        }
      ).accounts;
    await ensureServiceAccounts(paths, [
      { id: 'operator', role: 'head' },
      { id: 'theirs', role: 'counter' },
    ]);
    const before = await read();
    await ensureServiceAccounts(paths, [{ id: 'operator', role: 'admin' }]);
    const after = await read();
    expect(after.map(({ id, role }) => [id, role])).toEqual([
      ['operator', 'admin'],
      ['theirs', 'counter'],
    ]);
    expect(after.map(({ secret }) => secret)).toEqual(before.map(({ secret }) => secret));
    expect(new Set(after.map(({ secret }) => secret)).size).toBe(2);
  });
});

describe('what the gateway is told of providers', () => {
  it('has one under the address of the day, reached on the inside, and no secret in it', async () => {
    for (const port of [8080, 18_080])
      await writeProviders(paths, { publicUrl: `http://127.0.0.1:${port}`, identityUrl: 'http://127.0.0.1:7007' });
    const text = await readFile(toProvidersFile(paths), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      providers: [{ issuer: 'http://127.0.0.1:18080/identity', internalUrl: 'http://127.0.0.1:7007' }, { name: 'commands' }],
    });
    expect(text).not.toContain('"d"');
  });
});
