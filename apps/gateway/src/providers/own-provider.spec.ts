import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProviders } from './read-providers.ts';

const ours = { AUTH_ISSUER: 'motcua', AUTH_AUDIENCE: 'motcua' };
const own = {
  ...ours,
  IDENTITY_URL: 'http://identity:8080',
  GATEWAY_CLIENT_SECRET_FILE: '/run/secrets/gateway-client-secret',
  PUBLIC_URL: 'https://motcua.example.vn/',
};
const tinh = { name: 'tinh', issuer: 'https://id.tinh.example', audience: 'motcua' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'providers-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(providers: readonly object[]): Promise<string> {
  const file = join(folder, 'providers.yaml');
  await writeFile(file, JSON.stringify({ providers }));
  return file;
}
const summarize = (providers: ReturnType<typeof readProviders>) => providers.map(({ name, issuer }) => [name, issuer]);

describe('the providers of a gateway', () => {
  it('are its own where it has one, under the address that browsers know', () => {
    const [identity, ...others] = readProviders({ ...own, AUTH_JWKS: '/etc/motcua/gateway-jwks.json' });
    expect(identity).toMatchObject({
      issuer: 'https://motcua.example.vn/identity',
      internalUrl: 'http://identity:8080',
      signIn: { clientId: 'motcua-gateway', clientSecretFile: '/run/secrets/gateway-client-secret' },
      deviceClientId: 'motcua-cli',
    });
    // Its own key for services is no provider of people.
    expect(others).toEqual([]);
  });

  it('are its own and those of the file, or those of the file alone', async () => {
    const AUTH_PROVIDERS = await write([tinh]);
    const listed = ['tinh', 'https://id.tinh.example'];
    expect(summarize(readProviders({ ...own, AUTH_PROVIDERS }))).toEqual([
      ['identity', 'https://motcua.example.vn/identity'],
      listed,
    ]);
    expect(summarize(readProviders({ ...ours, AUTH_PROVIDERS, AUTH_JWKS: '/jwks.json' }))).toEqual([listed]);
  });

  it('cannot be its own under another name', async () => {
    const AUTH_PROVIDERS = await write([{ ...tinh, issuer: 'https://motcua.example.vn/identity' }]);
    expect(() => readProviders({ ...own, AUTH_PROVIDERS })).toThrow('two providers have one issuer');
  });

  it('are one issuer with the keys that are named, where nothing else is', () => {
    expect(readProviders({ ...ours, AUTH_JWKS: '/jwks.json' })).toMatchObject([{ issuer: 'motcua', jwks: '/jwks.json' }]);
  });
});
