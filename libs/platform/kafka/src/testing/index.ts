import type { ConsumerPort, IncomingMessage, KafkaClientPort } from '../client/kafka-client.port.ts';

export { appendToArchive, createArchive } from './archive.fixture.ts';
export { expireRecords, recreateTopic } from './broken-log.fixture.ts';

export interface TopicRead {
  readonly groupId: string;
  readonly topic: string;
  readonly onMessages: (messages: readonly IncomingMessage[]) => void;
}

/** Everything that is on a topic and comes to it, from its beginning on; `stop` what is answered. */
export async function readTopic(client: KafkaClientPort, { groupId, topic, onMessages }: TopicRead): Promise<ConsumerPort> {
  const consumer = client.createConsumer({ groupId, topics: [topic] });
  await consumer.start({
    onAssigned: (partitions) => Promise.resolve(partitions.map((partition) => ({ ...partition, offset: 0n }))),
    onBatch: (delivery) => {
      onMessages(delivery.batch.messages);
      delivery.resolve(delivery.batch.nextOffset);
      return Promise.resolve();
    },
    onPassedOver: () => undefined,
    onOffsetOutOfRange: () => undefined,
    onCrash: () => undefined,
  });
  return consumer;
}
