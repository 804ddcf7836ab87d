import { randomUUID } from 'node:crypto';
import type { IncomingMessage, KafkaClientPort, OffsetRange } from './kafka-client.port.ts';

interface RecordsToRead {
  readonly topic: string;
  /** The first offset of each partition; absent: from its beginning. */
  readonly from: ReadonlyMap<number, bigint>;
  readonly onRecord: (message: IncomingMessage) => void;
}

/**
 * Reads what lies on a topic now, from these offsets to the end of each partition, and leaves. Nothing is asked of the broker where there is nothing.
 *
 * @returns how far it read, partition by partition
 */
export async function readRecords(
  client: Pick<KafkaClientPort, 'admin' | 'createConsumer'>,
  { topic, from, onRecord }: RecordsToRead,
): Promise<readonly OffsetRange[]> {
  const ranges = (await client.admin.listOffsets(topic)).map((range) => {
    const wanted = from.get(range.partition) ?? range.begin;
    return { ...range, begin: wanted > range.begin ? wanted : range.begin };
  });
  const missing = new Map(ranges.filter(({ begin, end }) => begin < end).map((range) => [range.partition, range]));
  if (missing.size === 0) return ranges;
  const groupId = `reader.${randomUUID()}`;
  // Its end waits for a fetch that finds nothing.
  const consumer = client.createConsumer({ groupId, topics: [topic], maxWaitTimeMs: 50 });
  try {
    await new Promise<void>((resolve, reject) => {
      const isRead = (partition: number, offset: bigint): void => {
        if (offset >= (missing.get(partition)?.end ?? 0n)) missing.delete(partition);
        if (missing.size === 0) resolve();
      };
      const started = consumer.start({
        onAssigned: (partitions) =>
          Promise.resolve(
            partitions.flatMap(({ partition }) => {
              const range = missing.get(partition);
              return range === undefined ? [] : [{ topic, partition, offset: range.begin }];
            }),
          ),
        onBatch: (delivery) => {
          const { batch } = delivery;
          const end = missing.get(batch.partition)?.end ?? 0n;
          for (const message of batch.messages) if (message.offset < end) onRecord(message);
          delivery.resolve(batch.nextOffset);
          isRead(batch.partition, batch.nextOffset);
          return Promise.resolve();
        },
        onPassedOver: ({ partition, offset }) => {
          isRead(partition, offset);
        },
        onOffsetOutOfRange: ({ partition, offset }) => {
          reject(new Error(`${topic}/${partition} has lost ${offset} while it was read`));
        },
        onCrash: reject,
      });
      started.catch(reject);
    });
    return ranges;
  } finally {
    await consumer.stop();
    await client.admin.deleteGroup(groupId).catch(() => undefined); // It expires by itself.
  }
}
