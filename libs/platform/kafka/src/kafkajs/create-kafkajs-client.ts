import { Kafka, logLevel, type ISocketFactory, type KafkaConfig } from 'kafkajs';
import type { KafkaClientPort } from '../client/kafka-client.port.ts';
import { KafkajsAdmin } from './kafkajs-admin.ts';
import { KafkajsConsumer } from './kafkajs-consumer.ts';
import { silentLog, toKafkajsLog, type TransportLog } from './kafkajs-log.ts';
import { KafkajsProducer } from './kafkajs-producer.ts';
import { createNoDelaySocket } from './no-delay-socket.ts';

export interface KafkajsClientOptions {
  /** `host:port` of one or more brokers to start from. */
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly log?: TransportLog;
  readonly ssl?: KafkaConfig['ssl'];
  readonly sasl?: KafkaConfig['sasl'];
  readonly socketFactory?: ISocketFactory;
}

/** The client port over kafkajs. Connects lazily; ride out a broker's restart of up to some 15 seconds, then the call rejects. */
export function createKafkajsClient({
  brokers,
  clientId,
  log = silentLog,
  ssl,
  sasl,
  socketFactory,
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
    ...(ssl === undefined ? {} : { ssl }),
    ...(sasl === undefined ? {} : { sasl }),
  };
  const kafka = new Kafka(config);
  const admin = new KafkajsAdmin(kafka, config);
  return {
    admin,
    createConsumer: (options) => new KafkajsConsumer(kafka, options),
    createProducer: () => new KafkajsProducer(kafka),
    close: () => admin.close(),
  };
}
