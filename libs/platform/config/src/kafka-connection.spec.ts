import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from './config-error.ts';
import { toKafkaConnection } from './kafka-connection.ts';
import { loadConfig } from './load-config.ts';
import { kafkaConfig } from './variables.ts';

const read = (env: Record<string, string>) =>
  toKafkaConnection(loadConfig(z.object(kafkaConfig), { KAFKA_BROKERS: 'a:9092,b:9092', ...env }));

function listProblems(env: Record<string, string>): string[] {
  try {
    read(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.message).not.toContain('s3cret');
    return error.problems.map(({ variable }) => variable);
  }
}

describe('toKafkaConnection', () => {
  it('speaks in the clear unless told', () => {
    expect(read({})).toEqual({ brokers: ['a:9092', 'b:9092'] });
    expect(read({ KAFKA_SSL: 'false' })).toEqual({ brokers: ['a:9092', 'b:9092'] });
  });

  it('takes TLS and an account, however the mechanism is written', () => {
    const account = { KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512', KAFKA_SASL_USERNAME: 'motcua', KAFKA_SASL_PASSWORD: 's3cret' };
    expect(read({ KAFKA_SSL: 'true', ...account })).toMatchObject({
      ssl: true,
      sasl: { mechanism: 'scram-sha-512', username: 'motcua', password: 's3cret' },
    });
  });

  it.each([
    [{ KAFKA_SASL_MECHANISM: 'scram-sha-512' }, ['KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD']],
    [{ KAFKA_SASL_PASSWORD: 's3cret' }, ['KAFKA_SASL_MECHANISM']],
    [{ KAFKA_SASL_MECHANISM: 'gssapi', KAFKA_SASL_PASSWORD: 's3cret' }, ['KAFKA_SASL_MECHANISM']],
    [{ KAFKA_SASL_MECHANISM: 'plain', KAFKA_SASL_USERNAME: 'u', KAFKA_SASL_PASSWORD: 's3cret' }, ['KAFKA_SASL_MECHANISM']],
    [{ KAFKA_SSL_CA: '/nowhere/ca.pem' }, ['KAFKA_SSL_CA']],
    [{ KAFKA_SSL_CA: join(import.meta.dirname, 'index.ts') }, ['KAFKA_SSL_CA']],
    [{ KAFKA_SSL: 'perhaps' }, ['KAFKA_SSL']],
  ])('refuses %j and says which', (env, problems) => {
    expect(listProblems(env)).toEqual(problems);
  });
});
