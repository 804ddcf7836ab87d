import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { authConfig, databaseConfig, httpConfig, kafkaConfig, loadConfig, logConfig } from './index.ts';

const schema = z.object({ ...httpConfig, ...logConfig, ...databaseConfig, ...kafkaConfig, ...authConfig });
const complete = { DATABASE_URL: 'postgres://me@localhost/motcua', KAFKA_BROKERS: 'a:9092, b:9092', AUTH_JWKS: '/keys.json' };

describe('loadConfig', () => {
  it('gives typed values and defaults', () => {
    expect(loadConfig(schema, { ...complete, PORT: '8081', HOME: '/root' })).toEqual({
      HOST: '127.0.0.1',
      PORT: 8081,
      LOG_LEVEL: 'info',
      DATABASE_URL: 'postgres://me@localhost/motcua',
      DATABASE_POOL_SIZE: 10,
      KAFKA_BROKERS: ['a:9092', 'b:9092'],
      AUTH_JWKS: '/keys.json',
      AUTH_ISSUER: 'motcua',
      AUTH_AUDIENCE: 'motcua',
    });
  });

  it('freezes what it gives', () => {
    expect(Object.isFrozen(loadConfig(schema, complete))).toBe(true);
  });

  it('takes an empty value for an absent one', () => {
    expect(loadConfig(schema, { ...complete, HOST: '' }).HOST).toBe('127.0.0.1');
  });

  it('lists every problem with its variable and without its value', () => {
    expect(() => loadConfig(schema, { PORT: 'secret', KAFKA_BROKERS: 'nowhere', AUTH_JWKS: 'x' })).toThrow(
      [
        'The configuration has 3 problem(s):',
        '  PORT: Invalid input: expected number, received NaN',
        '  DATABASE_URL: is missing',
        '  KAFKA_BROKERS: must be host:port, separated by commas',
      ].join('\n'),
    );
  });
});
