import type { KafkaClientPort, ProducerPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { createRelay, type Relay } from '@motcua/outbox';
import { schema, type Config } from '../config.ts';

/** The relay from `ref_event` to the compacted topics. */
export function createReferenceRelay(config: Config, kafka: KafkaClientPort, producer: ProducerPort, logger: Logger): Relay {
  return createRelay({
    url: config.DATABASE_URL,
    schema,
    name: 'reference',
    table: `${schema}.ref_event`,
    columns: ['topic', 'code', 'body'],
    toRecord: (row) => ({
      topic: String(row['topic']),
      key: String(row['code']),
      value: String(row['body']),
      headers: { 'content-type': 'application/cloudevents+json' },
    }),
    topic: 'unused: every row names its own',
    producer,
    log: kafka.admin,
    logger,
  });
}
