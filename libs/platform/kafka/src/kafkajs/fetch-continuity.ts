import type { Position, TopicPartition } from '../client/kafka-client.port.ts';
import { toKey } from '../client/to-key.ts';

/**
 * Notices when kafkajs jumps. On OFFSET_OUT_OF_RANGE it resets to its default offset and only writes a log line
 * (tulios/kafkajs#1119); records would be skipped, or old ones taken for new. Each fetch must begin where the last one ended.
 */
export class FetchContinuity {
  readonly #expected = new Map<string, bigint>();

  expect({ topic, partition, offset }: Position): void {
    this.#expected.set(toKey({ topic, partition }), offset);
  }

  /** The offset the next fetch must begin at; undefined for a partition that is not ours. */
  find(partition: TopicPartition): bigint | undefined {
    return this.#expected.get(toKey(partition));
  }

  /** Answers the position that was lost when `fetchedOffset` is not what was asked for. */
  findJump(partition: TopicPartition, fetchedOffset: bigint): Position | undefined {
    const expected = this.find(partition);
    if (expected === undefined || expected === fetchedOffset) return undefined;
    return { topic: partition.topic, partition: partition.partition, offset: expected };
  }

  clear(): void {
    this.#expected.clear();
  }
}
