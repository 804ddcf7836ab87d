import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isPassword } from '@motcua/auth/passwords';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getStackPaths, type StackPaths } from '../state/stack-paths.ts';
import { ensureFirstAccounts, toFirstAccountsFile } from './first-accounts.ts';
import { ensureProgram, findProgram } from './programs.ts';
import { ensureServiceAccounts, readServiceAccounts, toServiceAccountsFile } from './service-accounts.ts';
import { prepareTestIssuer } from './test-issuer.ts';

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

describe('a program that a command asks to be', () => {
  it('is the one that there is, and is added once where there is none', async () => {
    await ensureServiceAccounts(paths, [{ id: 'operator', role: 'admin' }]);
    await ensureProgram(paths, { role: 'admin', subject: 'reference-seed' });
    const operator = await ensureProgram(paths, { role: 'admin' });
    expect(operator.id).toBe('operator');
    const boston = { role: 'source', source: 'urn:motcua:source:boston-311', unit: 'boston' } as const;
    const [first, second] = await Promise.all([ensureProgram(paths, boston), ensureProgram(paths, boston)]);
    expect(second).toEqual(first);
    expect(first).toMatchObject({ id: expect.stringMatching(/^source-[0-9a-f]{12}$/), source: boston.source, unit: 'boston' });
    expect(first).not.toHaveProperty('role');
    const desk = await ensureProgram(paths, { role: 'counter', unit: 'xa-thanh-ba', subject: 'xa-thanh-ba.01' });
    expect(desk).toMatchObject({ id: 'xa-thanh-ba.01', role: 'counter', unit: 'xa-thanh-ba' });
    expect((await readServiceAccounts(paths)).map(({ id }) => id).sort()).toEqual(
      ['operator', 'reference-seed', first.id, 'xa-thanh-ba.01'].sort(),
    );
  });

  it('takes nobody’s name who may do something else', async () => {
    await ensureServiceAccounts(paths, [{ id: 'xa-thanh-ba.01', role: 'head', unit: 'xa-thanh-ba' }]);
    const desk = await ensureProgram(paths, { role: 'counter', unit: 'xa-thanh-ba', subject: 'xa-thanh-ba.01' });
    expect(desk).toMatchObject({ id: expect.stringMatching(/^xa-thanh-ba\.01-[0-9a-f]{12}$/), role: 'counter' });
    expect(await findProgram(paths, 'xa-thanh-ba.01')).toMatchObject({ role: 'head' });
    await expect(findProgram(paths, 'nobody')).rejects.toMatchObject({ code: 'stack.no-such-program', exitCode: 2 });
  });
});

describe('tokens of tests', () => {
  it('are taken where tests started the stack, and not at the next start', async () => {
    const variables = await prepareTestIssuer(paths, { MOTCUA_TEST_ISSUER_JWKS: '/tests/jwks.json' });
    const file = variables['AUTH_PROVIDERS'] ?? '';
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
      providers: [{ name: 'tests', issuer: 'motcua-tests', audience: 'motcua', jwks: '/tests/jwks.json' }],
    });
    expect(await prepareTestIssuer(paths, {})).toEqual({});
    await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
