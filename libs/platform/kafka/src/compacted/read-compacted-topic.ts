import type { KafkaClientPort } from '../client/kafka-client.port.ts';
import { CompactedTopicReader } from './compacted-topic.reader.ts';

/** What a compacted topic holds now: key → latest value, without deleted keys. Reads once and leaves. */
export async function readCompactedTopic(client: KafkaClientPort, topic: string): Promise<Map<string, Buffer>> {
  const records = new Map<string, Buffer>();
  const reader = new CompactedTopicReader({
    client,
    topics: [topic],
    onRecord: (key, value) => {
      if (value === null) records.delete(key);
      else records.set(key, value);
    },
    onFailure: () => undefined,
  });
  try {
    await reader.start();
    return records;
  } finally {
    await reader.stop();
  }
}
