import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  UnsecuredJWT,
  type CryptoKey,
  type JWTHeaderParameters,
  type JWTPayload,
} from 'jose';
import { createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccessTokenVerifier } from './access-token-verifier.ts';
import { createProvider } from './provider.ts';
import { Providers } from './provider-settings.ts';

const keycloak = 'https://id.tinh.gov.vn/realms/motcua';
const identity = 'https://motcua.tinh.gov.vn/identity';
let folder: string;
let keys: Record<'rsa' | 'ec' | 'stranger', { privateKey: CryptoKey; publicKey: CryptoKey }>;
let verify: ReturnType<typeof createAccessTokenVerifier>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'providers-'));
  keys = {
    rsa: await generateKeyPair('RS256', { extractable: true }),
    ec: await generateKeyPair('ES256', { extractable: true }),
    stranger: await generateKeyPair('ES256', { extractable: true }),
  };
  const write = async (name: string, key: CryptoKey, alg: string): Promise<string> => {
    const file = join(folder, `${name}.json`);
    await writeFile(file, JSON.stringify({ keys: [{ ...(await exportJWK(key)), kid: name, alg, use: 'sig' }] }));
    return file;
  };
  const { providers } = Providers.parse({
    providers: [
      {
        ...{ name: 'keycloak', issuer: keycloak, audience: ['motcua', 'account'], algorithms: ['RS256'] },
        jwks: await write('rsa', keys.rsa.publicKey, 'RS256'),
        maxLifetimeSeconds: 3_600,
        claims: { subject: 'preferred_username', roles: 'realm_access.roles', prefix: 'mc-' },
      },
      { name: 'identity', issuer: identity, audience: 'motcua', jwks: await write('ec', keys.ec.publicKey, 'ES256') },
    ],
  });
  verify = createAccessTokenVerifier(providers.map((settings) => createProvider(settings)));
});
afterAll(() => rm(folder, { recursive: true }));

const now = () => Math.floor(Date.now() / 1_000);

/** An access token as Keycloak 26 writes one. */
const keycloakClaims = (more: JWTPayload = {}): JWTPayload => ({
  ...{
    exp: now() + 300,
    iat: now(),
    jti: 'onrtac:0f9c5a1e',
    iss: keycloak,
    aud: ['motcua', 'account'],
    sub: '5d0a2f7e-8c6b-4a53',
  },
  ...{ typ: 'Bearer', azp: 'motcua-cli', sid: '2a64c0d1', acr: '1', 'allowed-origins': ['https://motcua.tinh.gov.vn'] },
  realm_access: { roles: ['default-roles-motcua', 'offline_access', 'mc-counter@xa-thanh-ba'] },
  ...{ scope: 'openid profile email', email_verified: false, name: 'Nguyễn Văn A', preferred_username: 'cb.an', given_name: 'A' },
  ...more,
});
const identityClaims = (more: JWTPayload = {}): JWTPayload => ({
  ...{ exp: now() + 600, iat: now(), iss: identity, aud: 'motcua', sub: 'cb.an', client_id: 'motcua-cli' },
  ...{ posts: [{ role: 'counter', unit: 'xa-thanh-ba' }], ...more },
});
const sign = (claims: JWTPayload, header: JWTHeaderParameters, key: CryptoKey | Uint8Array): Promise<string> =>
  new SignJWT(claims).setProtectedHeader(header).sign(key);
const ofKeycloak = (more: JWTPayload = {}, header: Partial<JWTHeaderParameters> = {}) =>
  sign(keycloakClaims(more), { alg: 'RS256', typ: 'JWT', kid: 'rsa', ...header }, keys.rsa.privateKey);
const ofIdentity = (more: JWTPayload = {}, header: Partial<JWTHeaderParameters> = {}) =>
  sign(identityClaims(more), { alg: 'ES256', typ: 'at+jwt', kid: 'ec', ...header }, keys.ec.privateKey);

const signWithout = (claim: 'exp' | 'iat'): Promise<string> => {
  const { [claim]: _left, ...claims } = identityClaims();
  return sign(claims, { alg: 'ES256', kid: 'ec' }, keys.ec.privateKey);
};
async function signAsPs256(): Promise<string> {
  const key = await importJWK(await exportJWK(keys.rsa.privateKey), 'PS256');
  return sign(keycloakClaims(), { alg: 'PS256', kid: 'rsa' }, key);
}
const withUnknownExtension = (): Promise<string> =>
  new SignJWT(identityClaims())
    .setProtectedHeader({ alg: 'ES256', kid: 'ec', crit: ['x'], x: 1 })
    .sign(keys.ec.privateKey, { crit: { x: true } });

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** HS256 with the published key as its secret, as those are tricked who take the algorithm from the token. */
async function withPublicKeyAsSecret(): Promise<string> {
  const text = `${part({ alg: 'HS256', typ: 'JWT', kid: 'rsa' })}.${part(keycloakClaims())}`;
  const secret = JSON.stringify({ keys: [await exportJWK(keys.rsa.publicKey)] });
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

describe('an access token', () => {
  it('is taken as Keycloak and identity write it', async () => {
    const posts = [{ role: 'counter', unit: 'xa-thanh-ba' }];
    expect(await verify(await ofKeycloak())).toMatchObject({
      person: { sub: 'cb.an', name: 'Nguyễn Văn A', posts },
      ...{ provider: 'keycloak', subject: '5d0a2f7e-8c6b-4a53', sid: '2a64c0d1' },
    });
    expect(await verify(await ofIdentity())).toMatchObject({ person: { sub: 'cb.an', posts }, provider: 'identity' });
    expect(await verify(await ofIdentity({}, { typ: 'application/at+jwt' }))).toMatchObject({ person: { sub: 'cb.an' } });
  });

  const embedded = async (key: CryptoKey) => ({ jwk: { ...(await exportJWK(key)), kid: 'ec' } });
  const stranger = (header: Partial<JWTHeaderParameters>) =>
    sign(identityClaims(), { alg: 'ES256', ...header }, keys.stranger.privateKey);
  it.each<[string, () => Promise<string> | string]>([
    ['without a signature', () => new UnsecuredJWT(identityClaims()).encode()],
    ['with alg none and a signature', async () => (await ofIdentity()).replace(/^[^.]+/, part({ alg: 'none', kid: 'ec' }))],
    ['signed with the public key as a secret', withPublicKeyAsSecret],
    ['of a stranger', () => stranger({ kid: 'ec' })],
    ['of a stranger who brings the key along', async () => stranger({ kid: 'ec', ...(await embedded(keys.stranger.publicKey)) })],
    ['of a stranger who says where the key is', () => stranger({ kid: 'ec', jku: 'https://evil.example/jwks.json' })],
    ['whose key id is a path', () => stranger({ kid: '../../../../dev/null' })],
    ['whose key id is SQL', () => stranger({ kid: "x' UNION SELECT 'secret' --" })],
    ['of one provider under the key of the other', () => sign(keycloakClaims(), { alg: 'ES256', kid: 'ec' }, keys.ec.privateKey)],
    ['of an algorithm that its provider does not use', signAsPs256],
    ['of an issuer nobody knows', () => ofIdentity({ iss: 'https://evil.example' })],
    ['of an issuer with a slash more', () => ofIdentity({ iss: `${identity}/` })],
    ['for somebody else', () => ofIdentity({ aud: 'another-system' })],
    ['for nobody', () => ofIdentity({ aud: [] })],
    ['that has expired', () => ofIdentity({ iat: now() - 700, exp: now() - 60 })],
    ['that does not expire', () => signWithout('exp')],
    ['that does not say since when', () => signWithout('iat')],
    ['that is not valid yet', () => ofIdentity({ nbf: now() + 300 })],
    ['of the future', () => ofIdentity({ iat: now() + 300, exp: now() + 600 })],
    ['that lives too long', () => ofKeycloak({ exp: now() + 3_700 })],
    ['that is an ID token by its claims, as Keycloak writes it', () => ofKeycloak({ typ: 'ID', aud: 'motcua', at_hash: 'MTIz' })],
    ['that is a refresh token, as Keycloak writes it', () => ofKeycloak({ typ: 'Refresh', aud: 'motcua' })],
    ['that is an offline token, as Keycloak writes it', () => ofKeycloak({ typ: 'Offline', aud: 'motcua' })],
    ['that is a logout token', () => ofIdentity({}, { typ: 'logout+jwt' })],
    ['that is an ID token by its hash', () => ofIdentity({ at_hash: 'MTIz' }, { typ: 'JWT' })],
    ['of a service', () => ofIdentity({}, { typ: 'motcua-service+jwt' })],
    ['with an extension that we do not know', withUnknownExtension],
    [
      'that was changed',
      async () => (await ofIdentity()).replace(/\.[^.]+\./, `.${part(identityClaims({ posts: [{ role: 'admin' }] }))}.`),
    ],
    ['that is none', () => 'not.a.token'],
    ['that is empty', () => ''],
  ])('%s is refused, and why is nobody’s business', async (_what, create) => {
    const token = await create();
    await expect(verify(token)).rejects.toMatchObject({ status: 401, code: 'auth.invalid' });
  });
});
