import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '@motcua/http';
import { createLogger } from '@motcua/observability';
import { exportJWK, generateKeyPair } from 'jose';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuthModule, createServiceTokens, CurrentActor, type Actor } from '../index.ts';

@Controller()
class MeController {
  @Get('me')
  me(@CurrentActor() actor: Actor): Actor {
    return actor;
  }
}

const named = { issuer: 'motcua', audience: 'motcua', subject: 'notification' };
let folder: string;
let keyFile: string;
let app: NestFastifyApplication;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'service-tokens-'));
  keyFile = join(folder, 'service.jwk');
  const jwks = join(folder, 'jwks.json');
  const known = [await createKey('service-1'), await createKey('service-2')];
  await writeFile(jwks, JSON.stringify({ keys: known.map(({ publicJwk }) => publicJwk) }));
  [first, second] = known.map(({ privateJwk }) => JSON.stringify(privateJwk)) as [string, string];

  const options = { jwks, issuer: named.issuer, audience: named.audience };
  @Module({ imports: [AuthModule.forRoot(options)], controllers: [MeController] })
  class AppModule {}

  app = await createHttpApp(AppModule, { service: 'spec', logger: createLogger('spec', { level: 'silent' }) });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => writeFile(keyFile, first));
afterEach(() => rm(keyFile, { force: true }));

let first: string;
let second: string;

async function createKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return {
    privateJwk: { ...(await exportJWK(privateKey)), kid },
    publicJwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' },
  };
}

const ask = (token: string) => app.inject({ url: '/me', headers: { authorization: `Bearer ${token}` } });

interface Header {
  readonly kid: string;
}
const kidOf = (token: string): string =>
  (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as Header).kid;

describe('the tokens a service signs itself', () => {
  it('pass the guard as a system bound to no unit', async () => {
    const answer = await ask(await createServiceTokens({ keyFile, ...named })());
    expect([answer.statusCode, answer.json()]).toEqual([200, { sub: 'notification', role: 'system' }]);
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
    expect((await ask(next)).statusCode).toBe(200);
  });

  it('do not outlive five minutes', async () => {
    const old = createServiceTokens({ keyFile, ...named, now: () => Date.now() - 310_000 });
    expect((await ask(await old())).statusCode).toBe(401);
  });

  it('are signed with the key that lies there at the next renewal', async () => {
    let now = Date.now();
    const token = createServiceTokens({ keyFile, ...named, now: () => now });
    expect(kidOf(await token())).toBe('service-1');
    await writeFile(keyFile, second);
    expect(kidOf(await token())).toBe('service-1');
    now += 240_000;
    const renewed = await token();
    expect([kidOf(renewed), (await ask(renewed)).statusCode]).toEqual(['service-2', 200]);
  });

  it('are refused by the guard where the public half is not in the key set', async () => {
    await writeFile(keyFile, JSON.stringify((await createKey('service-1')).privateJwk));
    expect((await ask(await createServiceTokens({ keyFile, ...named })())).statusCode).toBe(401);
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
    expect((await ask(await token())).statusCode).toBe(200);
  });
});
