import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '@motcua/http';
import { createSpecApp } from '@motcua/http/testing';
import { createLogger } from '@motcua/observability';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CurrentActor, Public, type Actor } from '@motcua/auth';
import { AccessModule, Requires, RouteRules } from '../index.ts';

@Controller()
class MeController {
  @Requires('inbox.read')
  @Get('me')
  me(@CurrentActor() actor: Actor): Actor {
    return actor;
  }

  @Public()
  @Get('open')
  open() {
    return { open: true };
  }
}

let folder: string;
let app: NestFastifyApplication;
let key: CryptoKey;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'auth-spec-'));
  const pair = await generateKeyPair('ES256');
  key = pair.privateKey;
  const jwks = join(folder, 'jwks.json');
  await writeFile(
    jwks,
    JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }] }),
  );

  const options = { jwks, issuer: 'motcua', audience: 'motcua' };
  @Module({ imports: [AccessModule.forRoot(options)], controllers: [MeController] })
  class AppModule {}

  app = await createSpecApp(AppModule);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

interface Token {
  readonly claims?: JWTPayload;
  readonly issuer?: string;
  readonly audience?: string;
  readonly kid?: string;
  readonly expires?: string;
  readonly signedWith?: CryptoKey;
}

const sign = ({ claims = { role: 'counter', unit: 'dong-xuan' }, issuer = 'motcua', audience = 'motcua', ...rest }: Token = {}) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: rest.kid ?? 'k1' })
    .setSubject('an')
    .setIssuer(issuer)
    .setAudience(audience)
    .setExpirationTime(rest.expires ?? '5m')
    .sign(rest.signedWith ?? key);
const ask = (authorization?: string, url = '/me') =>
  app.inject({ url, headers: authorization === undefined ? {} : { authorization } });

describe('AccessGuard', () => {
  it('tells the handler who is asking', async () => {
    const authorization = `Bearer ${await sign()}`;
    const expected = { sub: 'an', role: 'counter', unit: 'dong-xuan' };
    expect((await ask(authorization)).json()).toEqual(expected);
    expect((await ask(authorization)).json()).toEqual(expected);
  });

  it('asks for a token, and how', async () => {
    const answer = await ask();
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'auth.missing']);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it('answers what is public without one', async () => {
    expect((await ask(undefined, '/open')).statusCode).toBe(200);
    expect((await ask(undefined, '/health/live')).statusCode).toBe(200);
  });

  it.each<[string, Token]>([
    ['of another issuer', { issuer: 'elsewhere' }],
    ['for another audience', { audience: 'elsewhere' }],
    ['that has expired', { expires: '-1m' }],
    ['of an unknown key', { kid: 'k2' }],
    ['with an unknown role', { claims: { role: 'emperor', unit: 'x' } }],
    ['of a counter without a unit', { claims: { role: 'counter' } }],
  ])('refuses a token %s', async (_what, token) => {
    const answer = await ask(`Bearer ${await sign(token)}`);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'auth.invalid']);
  });

  it('refuses a token signed by somebody else, or not at all', async () => {
    const other = await generateKeyPair('ES256');
    const [, payload = ''] = (await sign()).split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    expect((await ask(`Bearer ${await sign({ signedWith: other.privateKey })}`)).statusCode).toBe(401);
    expect((await ask(`Bearer ${unsigned}`)).statusCode).toBe(401);
  });
});

describe('a route', () => {
  @Controller('v1/things')
  class ThingsController {
    @Get(':id')
    find() {
      return {};
    }
  }

  it('that no rule names keeps the service from starting', async () => {
    const options = { jwks: join(folder, 'jwks.json'), issuer: 'motcua', audience: 'motcua' };
    @Module({ imports: [AccessModule.forRoot(options)], controllers: [MeController, ThingsController] })
    class UnruledModule {}
    const unruled = await createHttpApp(UnruledModule, { service: 'spec', logger: createLogger('spec', { level: 'fatal' }) });
    await expect(unruled.init()).rejects.toThrow(
      "No rule says who may ask for GET /v1/things/:id: give the handler @Requires('<action>') or @Public().",
    );
    await unruled.close();
  });

  it('is listed with its rule', () => {
    expect(app.get(RouteRules).list()).toEqual([
      { route: 'GET /me', actions: ['inbox.read'] },
      { route: 'GET /open', actions: 'public' },
    ]);
  });
});
