import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

const settings = {
  DATABASE_URL: 'postgres://x@127.0.0.1/x',
  KAFKA_BROKERS: '127.0.0.1:9092',
  AUTH_JWKS: '/jwks.json',
  STORE_DIR: '/store',
  FILE_KEYS: JSON.stringify({ active: 'k1', keys: { k1: Buffer.alloc(32).toString('base64') } }),
  FILE_NAME_KEY: Buffer.alloc(32).toString('base64'),
  NODE_ENV: 'production',
  INTAKE_URL: 'http://dossier-intake:8080',
  SERVICE_KEY: '/keys/service.jwk.json',
};

describe('a production service', () => {
  it('does not start without a scanner, unless that is said', () => {
    expect(() => readConfig(settings)).toThrow(/CLAMD.*SCANNER=none/s);
    expect(readConfig({ ...settings, SCANNER: 'none' }).SCANNER).toBe('none');
    expect(readConfig({ ...settings, CLAMD: 'clamd:3310' }).CLAMD).toBe('clamd:3310');
    expect(readConfig({ ...settings, NODE_ENV: 'development' }).CLAMD).toBeUndefined();
  });

  it('does not start where it would hear of no erasure', () => {
    const alone = { ...settings, SCANNER: 'none', INTAKE_URL: undefined };
    expect(() => readConfig(alone)).toThrow(/INTAKE_URL/);
    expect(readConfig({ ...alone, NODE_ENV: 'development' }).INTAKE_URL).toBeUndefined();
  });
});
