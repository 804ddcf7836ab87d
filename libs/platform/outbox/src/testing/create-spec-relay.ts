import type { KafkaClientPort, ProducerPort } from '@motcua/kafka';
import { createLogger } from '@motcua/observability';
import { createRelay, type Relay, type RelayOptions } from '../index.ts';

export interface SpecRelay {
  readonly url: string;
  readonly schema: string;
  readonly topic: string;
  readonly producer: ProducerPort;
  readonly client: KafkaClientPort;
}

/** The relay of a spec's event table, `event` with `key` and `body`. */
export const createSpecRelay = ({ schema, ...at }: SpecRelay, overrides: Partial<RelayOptions>): Relay =>
  createRelay({
    ...at,
    schema,
    name: 'events',
    table: `${schema}.event`,
    columns: ['key', 'body'],
    toRecord: (row) => ({ key: String(row['key']), value: String(row['body']) }),
    logger: createLogger('spec', { level: 'silent' }),
    standbyPollMs: 20,
    ...overrides,
  });
