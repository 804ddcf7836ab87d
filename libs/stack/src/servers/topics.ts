import { topics, toTopicSettings, type TopicDefinition } from '@motcua/contracts';
import type { TopicSpec } from '@motcua/embedded';

/** A given cluster decides itself how many replicas a topic has (-1: the broker's default); the embedded node has one. */
export function toTopicSpecs({ embedded }: { embedded: boolean }): TopicSpec[] {
  return Object.values(topics).map((topic: TopicDefinition) => ({
    topic: topic.name,
    partitions: topic.partitions,
    replicationFactor: embedded ? 1 : -1,
    config: toTopicSettings(topic),
  }));
}
