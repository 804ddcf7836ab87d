import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

const known = {
  DATABASE_URL: 'postgres://x/y',
  KAFKA_BROKERS: 'kafka:9092',
  AUTH_JWKS: 'jwks.json',
  REASON_KEYS: JSON.stringify({ active: 'k1', keys: { k1: Buffer.alloc(32).toString('base64') } }),
};

describe('the term of what clocks did', () => {
  it('is two years unless told', () => {
    expect(readConfig(known).CLOCK_RETENTION_MONTHS).toBe(24);
  });

  it.each(['11', '0', '-1', 'for ever'])('is not %s months: the service does not start', (months) => {
    expect(() => readConfig({ ...known, CLOCK_RETENTION_MONTHS: months })).toThrow('CLOCK_RETENTION_MONTHS');
  });
});
