import { beforeAll, describe, expect, it } from '@jest/globals';
import { serviceScopes } from '@motcua/auth/services';
import { execFile } from 'node:child_process';
import { createPrivateKey, createPublicKey, sign, verify, type JsonWebKey } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadSecretsModule, parseEnvFile, type SecretsModule } from './environment.ts';
import { isPassword } from '@motcua/auth/passwords';
import { listServices, workspaceRoot } from './repository.ts';

describe('deploy/create-secrets.js', () => {
  let secrets: SecretsModule;
  beforeAll(async () => {
    secrets = await loadSecretsModule();
  });

  it('gives each service that has a schema the password that its migration sets', () => {
    const files = secrets.createSecretFiles();
    const migrate = parseEnvFile(files['migrate.env'] ?? '');
    for (const { name } of listServices().filter(({ migrates }) => migrates)) {
      const url = new URL(parseEnvFile(files[`${name}.env`] ?? '')['DATABASE_URL'] ?? 'postgres:');
      expect({ name, password: url.password }).toEqual({ name, password: migrate[secrets.toPasswordVariable(name)] });
    }
  });

  it('gives the store of files and those who use it one account, and the same one again', () => {
    const first = secrets.createSecretFiles();
    const account = parseEnvFile(first['file-store.env'] ?? '');
    const { identities } = JSON.parse(first['file-store.json'] ?? '') as { identities: { credentials: object[] }[] };
    expect(identities.map(({ credentials }) => credentials)).toEqual([
      [{ accessKey: account['S3_ACCESS_KEY_ID'], secretKey: account['S3_SECRET_ACCESS_KEY'] }],
    ]);
    expect(secrets.createSecretFiles(account)['file-store.json']).toBe(first['file-store.json']);
  });

  it('makes other secrets each time, and keeps the passwords that are in use', () => {
    const first = secrets.createSecretFiles();
    const known = { ...parseEnvFile(first['migrate.env'] ?? ''), ...parseEnvFile(first['postgres.env'] ?? '') };
    const second = secrets.createSecretFiles();
    const again = secrets.createSecretFiles(known);
    expect(Object.keys(first).filter((name) => first[name] === second[name])).toEqual([]);
    expect([again['migrate.env'], again['catalogue.env']]).toEqual([first['migrate.env'], first['catalogue.env']]);
  });

  it('makes the key that the gateway signs with, and keeps it, and whatever else is published beside it', () => {
    const files = secrets.createSecretFiles();
    const { keys } = JSON.parse(files['gateway-jwks.json'] ?? '') as KeySet;
    expect(listProven(keys, files['gateway-key.jwk.json'])).toEqual([true]);
    expect(listProven(keys, files['signing-key.jwk.json'])).toEqual([false]);
    const earlier: Record<string, string> = { 'jwks.json': files['jwks.json'] ?? '' };
    const added = secrets.mergeKeys(secrets.createSecretFiles(), (name) => earlier[name]);
    const published = JSON.parse(added['gateway-jwks.json'] ?? '') as KeySet;
    expect(listProven(published.keys, added['gateway-key.jwk.json'])).toEqual([true]);
    const both = JSON.stringify({ keys: [...published.keys, ...keys] });
    const stored = { ...added, 'gateway-jwks.json': both };
    const again = secrets.mergeKeys(secrets.createSecretFiles(), (name) => stored[name as keyof typeof stored]);
    expect([again['gateway-key.jwk.json'], again['gateway-jwks.json']]).toEqual([added['gateway-key.jwk.json'], both]);
  });

  it('makes a key for people’s tokens and one for each service, and publishes the other halves, each kind by itself', () => {
    const files = secrets.createSecretFiles();
    const { keys } = JSON.parse(files['jwks.json'] ?? '') as KeySet;
    expect(listProven(keys, files['signing-key.jwk.json'])).toEqual([true]);
    const services = (JSON.parse(files['service-keys.json'] ?? '') as KeySet).keys;
    expect(Object.fromEntries(services.map(({ service, scopes }) => [service, scopes]))).toEqual(serviceScopes);
    for (const [index, { service }] of services.entries()) {
      const privateKey = files[`service-key-${String(service)}.jwk.json`];
      expect(listProven(services, privateKey)).toEqual(services.map((_, place) => place === index));
      expect(listProven(keys, privateKey)).toEqual([false]);
    }
    expect([...keys, ...services].filter(({ d }) => d !== undefined)).toEqual([]);
  });

  it('gives the services of an earlier version keys of their own, and takes the one they had from the people’s', () => {
    const fresh = secrets.createSecretFiles();
    const former = secrets.createSecretFiles();
    const both = [fresh, former].flatMap((files) => (JSON.parse(files['jwks.json'] ?? '') as KeySet).keys);
    const stored: Record<string, string> = {
      'jwks.json': JSON.stringify({ keys: both }),
      'signing-key.jwk.json': fresh['signing-key.jwk.json'] ?? '',
      'service-key.jwk.json': former['signing-key.jwk.json'] ?? '',
    };
    const merged = secrets.mergeKeys(secrets.createSecretFiles(), (name) => stored[name]);

    const { keys } = JSON.parse(merged['jwks.json'] ?? '') as KeySet;
    expect(listProven(keys, stored['signing-key.jwk.json'])).toEqual([true]);
    const services = (JSON.parse(merged['service-keys.json'] ?? '') as KeySet).keys;
    expect(listProven(services, merged['service-key-notification.jwk.json'])).toEqual([false, false, true, false]);
    const again = secrets.mergeKeys(secrets.createSecretFiles(), (name) => merged[name]);
    for (const name of Object.keys(merged).filter((file) => /jwk|service-keys/.test(file)))
      expect([name, again[name]]).toEqual([name, merged[name]]);
  });

  it('keeps the keys of other services, and gives its own the scopes of this version', () => {
    const files = secrets.createSecretFiles();
    const { keys } = JSON.parse(files['service-keys.json'] ?? '') as KeySet;
    const other = { ...keys[0], kid: 'theirs', service: 'archive', scopes: ['board:read'] };
    const stored: Record<string, string> = {
      ...files,
      'service-keys.json': JSON.stringify({ keys: [...keys.map((key) => ({ ...key, scopes: ['all'] })), other] }),
    };
    const merged = secrets.mergeKeys(secrets.createSecretFiles(), (name) => stored[name]);
    expect((JSON.parse(merged['service-keys.json'] ?? '') as KeySet).keys).toEqual([...keys, other]);
  });

  it('adds to the file of a service what a later version needs, and touches nothing else in it', () => {
    const { 'sla-timer.env': made = '', 'notification.env': notification = '' } = secrets.createSecretFiles();
    const earlier = 'DATABASE_URL=postgres://there\nLOG_LEVEL=debug\n';
    const added = secrets.addLater(earlier, made);
    expect(added.startsWith(earlier)).toBe(true);
    expect(Object.keys(parseEnvFile(added))).toEqual(['DATABASE_URL', 'LOG_LEVEL', 'REASON_KEYS']);
    expect(secrets.addLater(added, secrets.createSecretFiles()['sla-timer.env'] ?? '')).toBe(added);
    expect(secrets.addLater(earlier, notification)).toBe(earlier);
    const gateway = secrets.addLater('REDIS_URL=redis://theirs\n', secrets.createSecretFiles()['gateway.env'] ?? '');
    expect(Object.keys(parseEnvFile(gateway))).toEqual(['REDIS_URL', 'DATABASE_URL', 'SESSION_KEYS']);
  });

  it('keeps the secrets of programs, also of those that somebody added, and adds those of a later version', () => {
    const files = secrets.createSecretFiles();
    const theirs = { id: 'one-stop', secret: 'theirs', source: 'urn:legacy:one-stop', unit: 'thanh-ba' };
    const operator = { id: 'operator', role: 'admin', secret: 'of-the-operator' };
    const stored: Record<string, string> = { 'service-accounts.json': JSON.stringify({ accounts: [theirs, operator] }) };
    const merged = secrets.mergePrograms(files, (name) => stored[name]);
    const { accounts } = JSON.parse(merged['service-accounts.json'] ?? '') as { accounts: { id: string; secret: string }[] };
    expect(accounts.slice(0, 2)).toEqual([theirs, operator]);
    expect(accounts.map(({ id }) => id)).toEqual(['one-stop', 'operator', 'reference']);
    expect([merged['operator-client-secret'], merged['one-stop-client-secret']]).toEqual(['of-the-operator\n', undefined]);
    expect(merged['reference-client-secret']).toBe(`${accounts[2]?.secret ?? ''}\n`);
    expect(secrets.mergePrograms(secrets.createSecretFiles(), (name) => merged[name])).toMatchObject({
      'service-accounts.json': merged['service-accounts.json'],
    });
  });

  it('makes the key of people’s tokens for an overlay alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'secrets-'));
    try {
      await mkdir(join(folder, 'deploy/secrets'), { recursive: true });
      await copyFile(join(workspaceRoot, 'deploy/create-secrets.js'), join(folder, 'deploy/create-secrets.js'));
      for (const name of ['signing-key.jwk.json', 'jwks.json'])
        await writeFile(join(folder, 'deploy/secrets', name), JSON.stringify({ keys: [] }));
      const run = (...args: string[]) =>
        promisify(execFile)(process.execPath, [join(folder, 'deploy/create-secrets.js'), ...args]);
      const { stdout } = await run();
      expect(stdout).toMatch(/sign in as quan-tri with \S+, once/);
      const ofPeople = async (path: string) =>
        (await readdir(join(folder, path))).filter((name) => /^(?:signing-key|jwks)/.test(name));
      expect(await ofPeople('deploy/secrets')).toEqual([]);
      await run(join(folder, 'overlay'));
      expect(await ofPeople('overlay')).toEqual(['jwks.json', 'signing-key.jwk.json']);
      const hidden = await stat(join(folder, 'deploy/secrets/operator-client-secret'));
      expect(hidden.mode & 0o077).toBe(0);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 30_000);

  it('hashes the password of the first administrator as the provider checks it', async () => {
    expect(await isPassword('k7mq-x3ad', secrets.hashPassword('k7mq-x3ad'))).toBe(true);
  });

  it('makes no key for people where somebody else signs their tokens', () => {
    const stored: Record<string, string> = { 'jwks.json': JSON.stringify({ keys: [{ kid: 'theirs', kty: 'EC' }] }) };
    const merged = secrets.mergeKeys(secrets.createSecretFiles(), (name) => stored[name]);
    const { keys } = JSON.parse(merged['jwks.json'] ?? '') as KeySet;
    expect([merged['signing-key.jwk.json'], keys.length, keys[0]?.['kid']]).toEqual([undefined, 1, 'theirs']);
  });
});

interface KeySet {
  readonly keys: JsonWebKey[];
}

/** Of each public key, whether it proves what the private one signs. */
function listProven(keys: readonly JsonWebKey[], privateKey: string | undefined): boolean[] {
  const text = Buffer.from('a token');
  const signature = sign('sha256', text, createPrivateKey({ key: JSON.parse(privateKey ?? '') as JsonWebKey, format: 'jwk' }));
  return keys.map((key) => verify('sha256', text, createPublicKey({ key, format: 'jwk' }), signature));
}
