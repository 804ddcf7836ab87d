import { Kafka } from '@motcua/kafkajs';
import { uniqueName, waitFor } from '@motcua/testing';
import { logLevel, type EachBatchPayload } from 'kafkajs';

export interface TopicRecord {
  readonly partition: number;
  readonly offset: number;
  readonly key: string | null;
  readonly value: string;
}

const CONTROL = 'motcua-control';

/** All that has come into a topic so far, by a client of its own; control records are left out. */
export class TopicReader {
  readonly records: TopicRecord[] = [];
  /** By partition: the next offset to read. */
  readonly #next = new Map<number, number>();
  readonly #kafka: Kafka;

  constructor(
    broker: string,
    private readonly topic: string,
  ) {
    this.#kafka = new Kafka({ brokers: [broker], clientId: 'drill', logLevel: logLevel.NOTHING });
  }

  /** Reads on to where the topic ends now. */
  async readOn(): Promise<void> {
    const ends = await this.#findEnds();
    const isRead = (): boolean => [...ends].every(([partition, end]) => (this.#next.get(partition) ?? 0) >= end);
    if (isRead()) return;
    const consumer = this.#kafka.consumer({ groupId: uniqueName('drill'), maxWaitTimeInMs: 100 });
    try {
      await consumer.connect();
      await consumer.subscribe({ topic: this.topic, fromBeginning: true });
      await consumer.run({ autoCommit: false, eachBatchAutoResolve: true, eachBatch: (payload) => this.#take(payload) });
      for (const [partition, next] of this.#next) consumer.seek({ topic: this.topic, partition, offset: String(next) });
      await waitFor(isRead, { describe: `all of ${this.topic}`, timeoutMs: 20_000, intervalMs: 20 });
    } finally {
      await consumer.disconnect();
    }
  }

  #take({ batch }: EachBatchPayload): Promise<void> {
    for (const { offset, key, value, headers } of batch.messages) {
      if (Number(offset) < (this.#next.get(batch.partition) ?? 0)) continue;
      this.#next.set(batch.partition, Number(offset) + 1);
      if (headers?.[CONTROL] !== undefined) continue;
      this.records.push({
        partition: batch.partition,
        offset: Number(offset),
        key: key?.toString() ?? null,
        value: value?.toString() ?? '',
      });
    }
    return Promise.resolve();
  }

  async #findEnds(): Promise<Map<number, number>> {
    const admin = this.#kafka.admin();
    await admin.connect();
    try {
      const offsets = await admin.fetchTopicOffsets(this.topic);
      return new Map(offsets.map(({ partition, high }) => [partition, Number(high)]));
    } finally {
      await admin.disconnect();
    }
  }
}
