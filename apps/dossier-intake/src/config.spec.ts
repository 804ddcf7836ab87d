import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

const key = Buffer.alloc(32).toString('base64');
const known = {
  DATABASE_URL: 'postgres://x/y',
  KAFKA_BROKERS: 'kafka:9092',
  AUTH_JWKS: 'jwks.json',
  APPLICANT_KEYS: JSON.stringify({ active: 'k1', keys: { k1: key } }),
  APPLICANT_HASH_KEY: key,
};

describe('the term of applicants', () => {
  it('is ten years unless told', () => {
    expect(readConfig(known).APPLICANT_RETENTION_DAYS).toBe(3_650);
  });

  it.each(['364', '0', '-1', 'for ever'])('is not %s days: the service does not start', (days) => {
    expect(() => readConfig({ ...known, APPLICANT_RETENTION_DAYS: days })).toThrow('APPLICANT_RETENTION_DAYS');
  });
});
