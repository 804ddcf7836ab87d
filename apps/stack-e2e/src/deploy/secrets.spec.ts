import { beforeAll, describe, expect, it } from '@jest/globals';
import { createPrivateKey, createPublicKey, sign, verify, type JsonWebKey } from 'node:crypto';
import { loadSecretsModule, parseEnvFile, type SecretsModule } from './environment.ts';
import { listServices } from './repository.ts';

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

  it('makes other secrets each time, and keeps the passwords that are in use', () => {
    const first = secrets.createSecretFiles();
    const known = { ...parseEnvFile(first['migrate.env'] ?? ''), ...parseEnvFile(first['postgres.env'] ?? '') };
    const second = secrets.createSecretFiles();
    const again = secrets.createSecretFiles(known);
    expect(Object.keys(first).filter((name) => first[name] === second[name])).toEqual([]);
    expect([again['migrate.env'], again['catalogue.env']]).toEqual([first['migrate.env'], first['catalogue.env']]);
  });

  it('makes a pair of keys of which one signs what the other verifies', () => {
    const files = secrets.createSecretFiles();
    const { keys } = JSON.parse(files['jwks.json'] ?? '') as { keys: JsonWebKey[] };
    const signingKey = JSON.parse(files['signing-key.jwk.json'] ?? '') as JsonWebKey;
    const text = Buffer.from('a token');
    const signature = sign('sha256', text, createPrivateKey({ key: signingKey, format: 'jwk' }));
    expect(keys.map((key) => verify('sha256', text, createPublicKey({ key, format: 'jwk' }), signature))).toEqual([true]);
    expect(keys.map((key) => [key['kid'], key.d])).toEqual([[signingKey['kid'], undefined]]);
  });
});
