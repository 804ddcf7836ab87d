import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../actor.ts';
import { serviceScopes, type Scope } from '../service/service-principal.ts';
import { createServiceTokens } from '../service/service-tokens.ts';

type ServiceName = keyof typeof serviceScopes;

interface ServiceToken {
  readonly service: ServiceName;
  /** The name of the service that is asked. */
  readonly audience: string;
  /** All that its key is given, unless it asks for less. */
  readonly scopes?: readonly Scope[];
}

export interface TestIssuer {
  /** Path of its key set, for `AUTH_JWKS`. */
  readonly jwks: string;
  /** Path of the services' key set, for `SERVICE_KEYS`. */
  readonly serviceKeys: string;
  /** Path of a service's private key, for its `SERVICE_KEY`. */
  keyFileOf(service: ServiceName): string;
  /** A token; an admin without a unit reaches everything. */
  token(claims: { role: Role; unit?: string; source?: string; sub?: string } & JWTPayload): Promise<string>;
  /** Signs what it is told, with the people's key. @param typ of the header, none unless told */
  sign(claims: JWTPayload, typ?: string): Promise<string>;
  /** `token` as a header. */
  bearer(claims: { role: Role; unit?: string; source?: string; sub?: string }): Promise<{ authorization: string }>;
  /** A header of a service that asks another. */
  serviceBearer(asked: ServiceToken): Promise<{ authorization: string }>;
  close(): Promise<void>;
}

/** Signs tokens for specs with keys of its own: of people as issuer `motcua` for audience `motcua`, and of the product's services. */
export async function createTestIssuer(): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const folder = await mkdtemp(join(tmpdir(), 'test-issuer-'));
  const jwks = join(folder, 'jwks.json');
  await writeFile(jwks, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' }] }));
  const keyFileOf = (service: string): string => join(folder, `service-key-${service}.jwk.json`);
  const serviceKeys = join(folder, 'service-keys.json');
  const keys = await Promise.all(Object.entries(serviceScopes).map((entry) => createServiceKey(entry, keyFileOf(entry[0]))));
  await writeFile(serviceKeys, JSON.stringify({ keys }));

  const sign: TestIssuer['sign'] = (claims, typ) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'test', ...(typ === undefined ? {} : { typ }) })
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(privateKey);
  const token: TestIssuer['token'] = ({ sub = 'tester', ...claims }) => sign({ ...claims, sub, iss: 'motcua', aud: 'motcua' });
  return {
    jwks,
    serviceKeys,
    keyFileOf,
    token,
    sign,
    bearer: async (claims) => ({ authorization: `Bearer ${await token(claims)}` }),
    serviceBearer: async ({ service, audience, scopes = serviceScopes[service] }) => {
      const sign = createServiceTokens({ keyFile: keyFileOf(service), service, audience, scopes });
      return { authorization: `Bearer ${await sign()}` };
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function createServiceKey([service, scopes]: [string, readonly Scope[]], keyFile: string) {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const kid = `${service}-1`;
  await writeFile(keyFile, JSON.stringify({ ...(await exportJWK(privateKey)), kid }));
  return { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig', service, scopes };
}
