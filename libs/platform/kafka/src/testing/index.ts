import { waitFor } from '@motcua/testing';
import type { ConsumerHandlers, ConsumerPort, IncomingMessage, KafkaClientPort } from '../client/kafka-client.port.ts';

export { appendToArchive, createArchive } from './archive.fixture.ts';
export { expireRecords, recreateTopic } from './broken-log.fixture.ts';

export interface TopicRead {
  readonly groupId: string;
  readonly topic: string;
  readonly onMessages: (messages: readonly IncomingMessage[]) => void;
}

/** Everything that is on a topic and comes to it, from its beginning on; `stop` what is answered. A busy broker may not know yet a topic that it has made. */
export function readTopic(client: KafkaClientPort, { groupId, topic, onMessages }: TopicRead): Promise<ConsumerPort> {
  const handlers: ConsumerHandlers = {
    onAssigned: (partitions) => Promise.resolve(partitions.map((partition) => ({ ...partition, offset: 0n }))),
    onBatch: (delivery) => {
      onMessages(delivery.batch.messages);
      delivery.resolve(delivery.batch.nextOffset);
      return Promise.resolve();
    },
    onPassedOver: () => undefined,
    onOffsetOutOfRange: () => undefined,
    onCrash: () => undefined,
  };
  const begin = async (): Promise<ConsumerPort> => {
    const consumer = client.createConsumer({ groupId, topics: [topic] });
    try {
      await consumer.start(handlers);
      return consumer;
    } catch (error) {
      await consumer.stop();
      throw error;
    }
  };
  return waitFor(begin, { describe: `${topic} to be known`, timeoutMs: 30_000 });
}
