import type { Batch, KafkaMessage } from 'kafkajs';
import type { FetchedBatch, IncomingMessage } from '../client/kafka-client.port.ts';

export function toFetchedBatch(batch: Batch, fetchedOffset: bigint): FetchedBatch {
  const { topic, partition } = batch;
  return {
    topic,
    partition,
    fetchedOffset,
    nextOffset: BigInt(batch.lastOffset()) + 1n,
    endOffset: BigInt(batch.highWatermark),
    messages: batch.messages.map((message) => toIncomingMessage(topic, partition, message)),
  };
}

const toIncomingMessage = (topic: string, partition: number, message: KafkaMessage): IncomingMessage => ({
  topic,
  partition,
  offset: BigInt(message.offset),
  key: message.key,
  value: message.value,
  headers: message.headers ?? {},
  timestamp: Number(message.timestamp),
});
