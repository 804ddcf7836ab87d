import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServiceTokens, createTokenVerifier, serviceScopes } from '@motcua/auth';
import { toGatewayKeyFile, toTrustedKeysFile } from '../keys/gateway-key.ts';
import { readJsonFile, writeJsonFile } from '../state/json-file.ts';
import { ensureSecrets } from '../keys/secrets.ts';
import { type AskingService, toServiceKeyFile, toServiceKeysFile } from '../keys/service-keys.ts';
import { connectToStack } from './stack-connection.ts';
import { findStackFile } from '../state/stack-file.ts';
import { getStackPaths } from '../state/stack-paths.ts';
import { findSupervisor, releaseSupervisorLock, takeSupervisorLock } from '../state/supervisor-lock.ts';

const home = await mkdtemp(join(tmpdir(), 'motcua-files-'));
const paths = getStackPaths({ MOTCUA_HOME: home });

afterAll(() => rm(home, { recursive: true, force: true }));

describe('the secrets of a stack', () => {
  it('are made once, for every role, and readable by their owner only', async () => {
    const first = await ensureSecrets(paths, ['motcua_intake']);
    const second = await ensureSecrets(paths, ['motcua_intake', 'motcua_kpi']);
    expect(second.applicantKeys).toEqual(first.applicantKeys);
    expect(second.rolePasswords['motcua_intake']).toBe(first.rolePasswords['motcua_intake']);
    expect(second.rolePasswords['motcua_kpi']).toMatch(/.{20,}/);

    const files = await readdir(paths.secrets);
    const modes = await Promise.all(files.map(async (file) => (await stat(join(paths.secrets, file))).mode & 0o777));
    expect(new Set(modes)).toEqual(new Set([0o600]));
  });

  it('of an earlier version get keys for files, once, and keep all that is there', async () => {
    const old = getStackPaths({ MOTCUA_HOME: join(home, 'clear') });
    const { fileKeys: _keys, fileNameKey: _key, ...earlier } = await ensureSecrets(old, ['motcua_intake']);
    await writeJsonFile(join(old.secrets, 'secrets.json'), earlier);
    const upgraded = await ensureSecrets(old, ['motcua_intake']);
    expect(upgraded).toMatchObject({ ...earlier, fileKeys: { active: 'f1' } });
    expect(await ensureSecrets(old, ['motcua_intake'])).toEqual(upgraded);
    await writeJsonFile(join(old.secrets, 'secrets.json'), { rolePasswords: {} });
    await expect(ensureSecrets(old, [])).rejects.toThrow('applicantKeys');
  });

  it('have no key for people’s tokens, also where an earlier version made one', async () => {
    for (const name of ['signing-key.jwk.json', 'jwks.json']) await writeFile(join(paths.secrets, name), '{}', { mode: 0o600 });
    await ensureSecrets(paths, []);
    const { keys } = (await readJsonFile(toTrustedKeysFile(paths))) as { keys: { kid: string }[] };
    const gateway = (await readJsonFile(toGatewayKeyFile(paths))) as { kid: string };
    expect(keys.map(({ kid }) => kid)).toEqual([gateway.kid]);
    expect(JSON.stringify(keys)).not.toContain('"d"');
    expect((await readdir(paths.secrets)).filter((name) => /^(?:signing-key|jwks)/.test(name))).toEqual([]);
  });
});

describe('the keys of the services', () => {
  it('sign what their own key set proves, each for itself alone', async () => {
    await ensureSecrets(paths, []);
    const people = { jwks: toTrustedKeysFile(paths), issuer: 'motcua', audience: 'motcua' };
    const verify = createTokenVerifier({ ...people, services: { keys: toServiceKeysFile(paths), name: 'dossier-intake' } });
    const sign = (service: AskingService, keyFile: string) =>
      createServiceTokens({ keyFile, service, audience: 'dossier-intake', scopes: serviceScopes[service] })();
    const services = Object.keys(serviceScopes) as AskingService[];
    for (const service of services) {
      const own = await sign(service, toServiceKeyFile(paths, service));
      expect(await verify(own)).toEqual({ service, scopes: serviceScopes[service] });
      for (const other of services.filter((name) => name !== service))
        await expect(verify(await sign(service, toServiceKeyFile(paths, other)))).rejects.toMatchObject({ code: 'auth.invalid' });
    }
    expect(JSON.stringify(await readJsonFile(toServiceKeysFile(paths)))).not.toContain('"d"');
  });

  it('take the place of the one key that all had in a folder of an earlier version', async () => {
    const old = getStackPaths({ MOTCUA_HOME: join(home, 'old') });
    await ensureSecrets(old, []);
    await writeFile(join(old.secrets, 'service-key.jwk.json'), '{}');
    const kept = await readJsonFile(toServiceKeyFile(old, 'notification'));
    await ensureSecrets(old, []);
    expect(await readdir(old.secrets)).not.toContain('service-key.jwk.json');
    expect(await readJsonFile(toServiceKeyFile(old, 'notification'))).toEqual(kept);
  });
});

describe('the lock of the supervisor', () => {
  it('is taken over from a process id that belongs to somebody else by now', async () => {
    await writeFile(join(home, 'supervisor.pid'), '1');
    expect(await findSupervisor(paths)).toBeUndefined();
    expect(await takeSupervisorLock(paths)).toEqual({ taken: true });
    await releaseSupervisorLock(paths);
  });
});

describe('stack.json', () => {
  it('of a version that cannot be read counts as no stack', async () => {
    await writeFile(paths.stackFile, '{"gateway": 1');
    expect(await findStackFile(paths)).toBeUndefined();
    await expect(connectToStack(paths)).rejects.toMatchObject({ code: 'stack.not-running', hint: 'npm start' });
  });
});
