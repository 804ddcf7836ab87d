import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

const known = {
  DATABASE_URL: 'postgres://x/y',
  KAFKA_BROKERS: 'kafka:9092',
  AUTH_JWKS: 'jwks.json',
  SERVICE_KEY: 'key.json',
  INTAKE_URL: 'http://intake:8080',
  KPI_URL: 'http://kpi:8080',
  PUBLIC_URL: 'https://motcua.example.vn',
};

describe('the term of notices', () => {
  it('is two years unless told', () => {
    expect(readConfig(known).NOTICE_RETENTION_DAYS).toBe(730);
    expect(readConfig({ ...known, NOTICE_RETENTION_DAYS: '90' }).NOTICE_RETENTION_DAYS).toBe(90);
  });

  it.each(['89', '0', '-1', 'for ever'])('is not %s: the service does not start', (days) => {
    expect(() => readConfig({ ...known, NOTICE_RETENTION_DAYS: days })).toThrow('NOTICE_RETENTION_DAYS');
  });
});
