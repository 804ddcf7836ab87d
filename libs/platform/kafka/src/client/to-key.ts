import type { TopicPartition } from './kafka-client.port.ts';

/** A partition as the key of a `Map`. */
export const toKey = ({ topic, partition }: TopicPartition): string => `${topic}/${partition}`;
