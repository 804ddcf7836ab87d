import { Kafka } from '@motcua/kafkajs';
import { logLevel } from 'kafkajs';

/** A quiet client with short retries: its callers poll, so an error is the normal answer of a broker that still wakes up. */
export function createProbeClient(brokers: string): Kafka {
  return new Kafka({
    clientId: 'motcua-stack',
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
    connectionTimeout: 2_000,
    requestTimeout: 10_000,
    retry: { retries: 3, initialRetryTime: 50, maxRetryTime: 300 },
  });
}
