import { Kafka } from '@motcua/kafkajs';
import { logLevel } from 'kafkajs';
import type { BenchFixture } from './bench-fixture.ts';
import { Stopwatch } from './stopwatch.ts';

/** The limit: kafkajs fetches the topic and JSON.parse reads each event, nothing else. Answers events a second. */
export async function runLimit({ brokers, topic }: BenchFixture, events: number): Promise<number> {
  const kafka = new Kafka({ brokers: [...brokers], clientId: 'bench-limit', logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `${topic}.limit`, maxBytesPerPartition: 4 * 1_048_576 });
  const stopwatch = new Stopwatch(events);
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    partitionsConsumedConcurrently: 3,
    eachBatchAutoResolve: true,
    eachBatch: ({ batch }) => {
      stopwatch.begin();
      for (const { value } of batch.messages) JSON.parse(value?.toString() ?? 'null');
      stopwatch.count(batch.messages.length);
      return Promise.resolve();
    },
  });
  await stopwatch.done;
  await consumer.disconnect();
  return stopwatch.eventsPerSecond();
}
