import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createSpecApp } from '@motcua/http/testing';
import { importJWK, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { readFile } from 'node:fs/promises';
import { CurrentActor, CurrentCaller, toAuthOptions, type Actor, type Caller } from '@motcua/auth';
import { createTestIssuer, type TestIssuer } from '@motcua/auth/testing';
import { AccessModule, Requires } from '../index.ts';

@Controller()
class RoutesController {
  @Requires('dossiers.read')
  @Get('people')
  people(@CurrentActor() actor: Actor): Actor {
    return actor;
  }

  @Requires('applicants.contact')
  @Get('contact')
  contact(@CurrentCaller() caller: Caller): Caller {
    return caller;
  }

  @Requires('figures.read')
  @Get('board')
  board(@CurrentCaller() caller: Caller): Caller {
    return caller;
  }

  @Requires('events.report')
  @Get('events')
  events(@CurrentActor() actor: Actor): Actor {
    return actor;
  }
}

let issuer: TestIssuer;
let app: NestFastifyApplication;
/** Private keys: of people's tokens (the test issuer keeps its own, so a second identity provider), and of two services. */
let keys: Record<'notification' | 'kpi-aggregator', { readonly kid: string; readonly key: CryptoKey | Uint8Array }>;

beforeAll(async () => {
  issuer = await createTestIssuer();
  const read = async (service: keyof typeof keys) => {
    const jwk = JSON.parse(await readFile(issuer.keyFileOf(service), 'utf8')) as JWK & { kid: string };
    return { kid: jwk.kid, key: await importJWK(jwk, 'ES256') };
  };
  keys = { notification: await read('notification'), 'kpi-aggregator': await read('kpi-aggregator') };
  const variables = { AUTH_JWKS: issuer.jwks, AUTH_ISSUER: 'motcua', AUTH_AUDIENCE: 'motcua', SERVICE_KEYS: issuer.serviceKeys };
  @Module({ imports: [AccessModule.forRoot(toAuthOptions(variables, 'dossier-intake'))], controllers: [RoutesController] })
  class AppModule {}

  app = await createSpecApp(AppModule);
});
afterAll(async () => {
  await app.close();
  await issuer.close();
});

interface Token {
  readonly by?: keyof typeof keys;
  readonly kid?: string;
  readonly typ?: string | undefined;
  readonly issuer?: string;
  readonly audience?: string;
  readonly subject?: string;
  readonly expires?: string;
  readonly claims?: JWTPayload;
}

/** A service's token that is right but for what is said. */
function signService(more: Token = {}): Promise<string> {
  const { by = 'notification', subject = by, claims = { scope: 'contact:read' } } = more;
  const typ = 'typ' in more ? more.typ : 'motcua-service+jwt';
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: more.kid ?? keys[by].kid, ...(typ === undefined ? {} : { typ }) })
    .setSubject(subject)
    .setIssuer(more.issuer ?? 'urn:motcua:services')
    .setAudience(more.audience ?? 'urn:motcua:service:dossier-intake')
    .setExpirationTime(more.expires ?? '5m')
    .sign(keys[by].key);
}

async function ask(path: string, token: string): Promise<[number, unknown]> {
  const answer = await app.inject({ url: path, headers: { authorization: `Bearer ${token}` } });
  const body = answer.json<{ code?: string }>();
  return [answer.statusCode, body.code ?? body];
}
const everywhere = ['/people', '/contact', '/board', '/events'];
const person = { role: 'admin', sub: 'an' } as const;
const legacy = { role: 'source', sub: 'one-stop', unit: 'thanh-ba', source: 'urn:legacy:one-stop' } as const;

describe('a service’s token', () => {
  it('is taken where its scope is asked for, and nowhere else', async () => {
    const token = await signService();
    expect(await ask('/contact', token)).toEqual([200, { service: 'notification', scopes: ['contact:read'] }]);
    for (const path of ['/people', '/board', '/events']) expect(await ask(path, token)).toEqual([403, 'auth.forbidden']);
    const reading = await signService({ claims: { scope: 'board:read' } });
    expect((await ask('/board', reading))[0]).toBe(200);
    for (const path of ['/people', '/contact', '/events']) expect(await ask(path, reading)).toEqual([403, 'auth.forbidden']);
  });

  it.each<[string, Token]>([
    ['with the type of a person’s token', { typ: 'JWT' }],
    ['with the type of RFC 9068', { typ: 'at+jwt' }],
    ['without a type', { typ: undefined }],
    ['of the people’s issuer', { issuer: 'motcua' }],
    ['for people', { audience: 'motcua' }],
    ['for another service', { audience: 'urn:motcua:service:catalogue' }],
    ['that has expired', { expires: '-1m' }],
    ['with another service’s name', { subject: 'kpi-aggregator' }],
    ['with the name of nobody', { subject: 'nobody' }],
    ['with another service’s key id', { kid: 'kpi-aggregator-1' }],
    ['with an unknown key id', { kid: 'unknown' }],
    ['with the people’s key id', { kid: 'test' }],
    ['with a scope of another service', { claims: { scope: 'ratings:read' } }],
    ['with a wider scope', { claims: { scope: 'contact:read ratings:read' } }],
    ['of a service that is given another scope', { by: 'kpi-aggregator' }],
    ['without a scope', { claims: {} }],
    ['that names a role', { claims: { role: 'admin' } }],
    ['that is like a person’s in all but its key', { ...asPerson(), claims: { role: 'admin' } }],
    ['that is like a person’s, under the people’s key id', { ...asPerson(), kid: 'test', claims: { role: 'admin' } }],
  ])('%s is no token at all', async (_what, token) => {
    for (const path of everywhere) expect(await ask(path, await signService(token))).toEqual([401, 'auth.invalid']);
  });

  it('stands for a service alone, whatever else it says of a person', async () => {
    const token = await signService({ claims: { scope: 'contact:read', role: 'admin', unit: 'thanh-ba' } });
    expect(await ask('/people', token)).toEqual([403, 'auth.forbidden']);
    expect(await ask('/contact', token)).toEqual([200, { service: 'notification', scopes: ['contact:read'] }]);
  });
});

function asPerson(): Token {
  return { typ: 'JWT', issuer: 'motcua', audience: 'motcua' };
}

const serviceClaims: JWTPayload = {
  iss: 'urn:motcua:services',
  aud: 'urn:motcua:service:dossier-intake',
  scope: 'contact:read',
};

describe('a person’s token', () => {
  it('is taken where people are, and not where services or legacy systems alone are', async () => {
    const token = await issuer.token(person);
    expect(await ask('/people', token)).toEqual([200, person]);
    expect(await ask('/board', token)).toEqual([200, person]);
    for (const path of ['/contact', '/events']) expect(await ask(path, token)).toEqual([403, 'auth.forbidden']);
  });

  it('opens nothing by a scope', async () => {
    const token = await issuer.token({ ...person, scope: 'contact:read' });
    expect(await ask('/contact', token)).toEqual([403, 'auth.forbidden']);
  });

  it.each<[string, JWTPayload, string]>([
    ['service claims', serviceClaims, 'JWT'],
    ['service claims and type', serviceClaims, 'motcua-service+jwt'],
    ['a person’s claims under the type of services', { iss: 'motcua', aud: 'motcua', role: 'admin' }, 'motcua-service+jwt'],
    ['a person’s claims under an unknown type', { iss: 'motcua', aud: 'motcua', role: 'admin' }, 'logout+jwt'],
    ['the role that was', { iss: 'motcua', aud: 'motcua', role: 'system' }, 'JWT'],
    ['a source without a unit', { iss: 'motcua', aud: 'motcua', role: 'source', source: 'urn:legacy:one-stop' }, 'JWT'],
    ['a source without a source', { iss: 'motcua', aud: 'motcua', role: 'source', unit: 'thanh-ba' }, 'JWT'],
    ['a source that is no URI', { iss: 'motcua', aud: 'motcua', role: 'source', unit: 'thanh-ba', source: 'one stop' }, 'JWT'],
    [
      'a counter with a source',
      { iss: 'motcua', aud: 'motcua', role: 'counter', unit: 'thanh-ba', source: 'urn:legacy:a' },
      'JWT',
    ],
  ])('signed over %s is no token at all', async (_what, claims, typ) => {
    const token = await issuer.sign({ sub: 'notification', ...claims }, typ);
    for (const path of everywhere) expect(await ask(path, token)).toEqual([401, 'auth.invalid']);
  });

  it.each(['JWT', 'jwt', 'at+jwt', 'application/at+jwt'])('may be of the type %s', async (typ) => {
    const token = await issuer.sign({ sub: 'an', iss: 'motcua', aud: 'motcua', role: 'admin' }, typ);
    expect(await ask('/people', token)).toEqual([200, person]);
  });
});

describe('a legacy system’s token', () => {
  it('is taken where legacy systems are, and nowhere else', async () => {
    const token = await issuer.token(legacy);
    expect(await ask('/events', token)).toEqual([200, legacy]);
    for (const path of ['/people', '/contact', '/board']) expect(await ask(path, token)).toEqual([403, 'auth.forbidden']);
  });
});
