import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Whom a token of the tests is for. */
export interface TestActor {
  readonly role: string;
  readonly unit?: string | undefined;
  readonly source?: string | undefined;
  readonly subject?: string | undefined;
}

const toFile = (home: string, name: 'jwks.json' | 'key.json'): string => join(home, 'test-issuer', name);

/** Makes the key of which the stack of this folder will take tokens: longer ones than a provider gives, and of anybody. */
export async function prepareTestIssuer(home: string): Promise<void> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  await mkdir(join(home, 'test-issuer'), { recursive: true });
  await writeFile(toFile(home, 'key.json'), JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 });
  const published = { ...(await exportJWK(publicKey)), kid: 'tests', alg: 'ES256', use: 'sig' };
  await writeFile(toFile(home, 'jwks.json'), JSON.stringify({ keys: [published] }));
}

/** What `motcua up` has in its environment where tests start it, at each start of that stack. */
export const findTestIssuer = (home: string): Readonly<Record<string, string>> =>
  existsSync(toFile(home, 'jwks.json')) ? { MOTCUA_TEST_ISSUER_JWKS: toFile(home, 'jwks.json') } : {};

export async function signTestToken(home: string, { role, unit, source, subject = 'stack-e2e' }: TestActor): Promise<string> {
  const key = JSON.parse(await readFile(toFile(home, 'key.json'), 'utf8')) as JWK; // Written above.
  return new SignJWT({ role, unit, source })
    .setProtectedHeader({ alg: 'ES256', kid: 'tests' })
    .setSubject(subject)
    .setIssuer('motcua-tests')
    .setAudience('motcua')
    .setIssuedAt()
    .setExpirationTime('12h')
    .sign(await importJWK(key, 'ES256'));
}
