import { Partitioners } from 'kafkajs';
import { createProbeClient } from './client.ts';
import { createTopics } from './create-topics.ts';

const PROBE = 'motcua.readiness';

/**
 * Proves that the broker can be used: a record is stored by an idempotent producer and the coordinator of a group answers.
 * The open port proves neither: for some seconds after it opens both coordinators may still be loading. Rejects if not ready.
 */
export async function proveKafkaReady(brokers: string): Promise<void> {
  await createTopics(brokers, [{ topic: PROBE, partitions: 1, config: { 'retention.ms': '60000' } }]);
  await produceOne(brokers);
  const admin = createProbeClient(brokers).admin();
  try {
    await admin.connect();
    await admin.fetchOffsets({ groupId: PROBE, topics: [PROBE] });
  } finally {
    await admin.disconnect();
  }
}

/** Answers when a broker of a given cluster describes it, without leaving a trace there. Rejects if none does. */
export async function proveKafkaReachable(brokers: string): Promise<void> {
  const admin = createProbeClient(brokers).admin();
  try {
    await admin.connect();
    await admin.describeCluster();
  } finally {
    await admin.disconnect();
  }
}

async function produceOne(brokers: string): Promise<void> {
  const producer = createProbeClient(brokers).producer({
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: Partitioners.DefaultPartitioner,
    retry: { retries: 3, initialRetryTime: 50, maxRetryTime: 300 },
  });
  try {
    await producer.connect();
    await producer.send({ topic: PROBE, acks: -1, messages: [{ value: 'ready?', partition: 0 }] });
  } finally {
    await producer.disconnect();
  }
}
