import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTokenVerifier, createServiceTokens, type TokenVerifier } from '../index.ts';

const named = { service: 'notification', audience: 'dossier-intake', scopes: ['contact:read'] } as const;
let folder: string;
let keyFile: string;
let verify: TokenVerifier;
let first: string;
let second: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'service-tokens-'));
  keyFile = join(folder, 'service.jwk.json');
  const keys = join(folder, 'service-keys.json');
  const known = [await createKey('service-1'), await createKey('service-2')];
  const given = { service: 'notification', scopes: ['contact:read', 'board:read'] };
  await writeFile(keys, JSON.stringify({ keys: known.map(({ publicJwk }) => ({ ...publicJwk, ...given })) }));
  [first, second] = known.map(({ privateJwk }) => JSON.stringify(privateJwk)) as [string, string];
  const people = { jwks: join(folder, 'none.json'), issuer: 'motcua', audience: 'motcua' };
  verify = createTokenVerifier({ ...people, services: { keys, name: 'dossier-intake' } });
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => writeFile(keyFile, first));
afterEach(() => rm(keyFile, { force: true }));

async function createKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return {
    privateJwk: { ...(await exportJWK(privateKey)), kid },
    publicJwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' },
  };
}

const notification = { service: 'notification', scopes: ['contact:read'] };
const refused = { code: 'auth.invalid' };
interface Header {
  readonly kid: string;
}
const kidOf = (token: string): string =>
  (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as Header).kid;

describe('the tokens a service signs itself', () => {
  it('stand for the service, with the scopes it asks for and no more', async () => {
    expect(await verify(await createServiceTokens({ keyFile, ...named })())).toEqual(notification);
  });

  it('are kept for four of their five minutes, and then replaced', async () => {
    let now = Date.now();
    const token = createServiceTokens({ keyFile, ...named, now: () => now });
    const [one, same] = await Promise.all([token(), token()]);
    expect(same).toBe(one);
    now += 239_999;
    expect(await token()).toBe(one);
    now += 1;
    const next = await token();
    expect(next).not.toBe(one);
    expect(await verify(next)).toEqual(notification);
  });

  it('do not outlive five minutes', async () => {
    const old = createServiceTokens({ keyFile, ...named, now: () => Date.now() - 310_000 });
    await expect(verify(await old())).rejects.toMatchObject(refused);
  });

  it('are signed with the key that lies there at the next renewal', async () => {
    let now = Date.now();
    const token = createServiceTokens({ keyFile, ...named, now: () => now });
    expect(kidOf(await token())).toBe('service-1');
    await writeFile(keyFile, second);
    expect(kidOf(await token())).toBe('service-1');
    now += 240_000;
    const renewed = await token();
    expect([kidOf(renewed), await verify(renewed)]).toEqual(['service-2', notification]);
  });

  it('say which file is wrong and what it should be, and work once it is right', async () => {
    const token = createServiceTokens({ keyFile, ...named });
    await rm(keyFile);
    await expect(token()).rejects.toThrow(`The service key "${keyFile}" cannot be read: set SERVICE_KEY`);
    await writeFile(keyFile, 'no JSON, but secret');
    await expect(token()).rejects.toThrow(/is no private JWK \(EC, P-256\) with a kid; wrong or missing: the file\.$/);
    const { d: _private, ...publicHalf } = JSON.parse(first) as { d: string };
    await writeFile(keyFile, JSON.stringify(publicHalf));
    await expect(token()).rejects.toThrow(/wrong or missing: d\.$/);
    await writeFile(keyFile, first);
    expect(await verify(await token())).toEqual(notification);
  });
});
