import { Kafka } from '@motcua/kafkajs';
import { logLevel, type ISocketFactory, type KafkaConfig, type SASLOptions } from 'kafkajs';
import type { KafkaClientPort } from '../client/kafka-client.port.ts';
import type { PartitionCounts } from '../client/partition-counts.ts';
import { silentLog, type TransportLog } from '../client/transport-log.ts';
import { createBoundPartitioner } from './bound-partitioner.ts';
import { toClientId } from './client-instance.ts';
import { KafkajsAdmin } from './kafkajs-admin.ts';
import { KafkajsConsumer } from './kafkajs-consumer.ts';
import { toKafkajsLog } from './kafkajs-log.ts';
import { KafkajsProducer } from './kafkajs-producer.ts';
import { createNoDelaySocket } from './no-delay-socket.ts';

export interface KafkajsClientOptions {
  /** `host:port` of one or more brokers to start from. */
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly log?: TransportLog;
  /** `true`, or the authorities (PEM) that the broker's certificate may be of. */
  readonly ssl?: true | { readonly ca: readonly string[] };
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
  readonly socketFactory?: ISocketFactory;
  /** Partitions beyond these are never written into by key. */
  readonly partitions?: PartitionCounts;
}

/** The client port over kafkajs. Connects lazily; ride out a broker's restart of up to some 15 seconds, then the call rejects. */
export function createKafkajsClient({
  brokers,
  clientId,
  log = silentLog,
  ssl,
  sasl,
  socketFactory,
  partitions = {},
}: KafkajsClientOptions): KafkaClientPort {
  const config: KafkaConfig = {
    brokers: [...brokers],
    clientId,
    connectionTimeout: 3_000,
    requestTimeout: 30_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 10 },
    socketFactory: socketFactory ?? createNoDelaySocket,
    logLevel: logLevel.INFO,
    logCreator: toKafkajsLog(log),
    ...(ssl === undefined ? {} : { ssl: ssl === true ? ssl : { ca: [...ssl.ca] } }),
    ...(sasl === undefined ? {} : { sasl: toSaslOptions(sasl) }),
  };
  const kafka = new Kafka(config);
  const admin = new KafkajsAdmin(kafka, config);
  return {
    admin,
    createConsumer: (options) => {
      const { instance } = options;
      const named = instance === undefined ? kafka : new Kafka({ ...config, clientId: toClientId(clientId, instance) });
      return new KafkajsConsumer(named, options);
    },
    createProducer: () => new KafkajsProducer(kafka, createBoundPartitioner(partitions)),
    close: () => admin.close(),
  };
}

/** kafkajs tells its options apart by the mechanism, so that each is named by itself. */
function toSaslOptions({ mechanism, ...account }: NonNullable<KafkajsClientOptions['sasl']>): SASLOptions {
  switch (mechanism) {
    case 'plain':
      return { mechanism, ...account };
    case 'scram-sha-256':
      return { mechanism, ...account };
    case 'scram-sha-512':
      return { mechanism, ...account };
  }
}
