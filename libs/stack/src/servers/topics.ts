import { topics, type TopicDefinition } from '@motcua/contracts';
import type { TopicSpec } from '@motcua/embedded';

/** Kafka keeps dossier events for 7 days; the event table is the archive. */
const RETENTION_MS = 7 * 24 * 3_600_000;

/** A given cluster decides itself how many replicas a topic has (-1: the broker's default); the embedded node has one. */
export function toTopicSpecs({ embedded }: { embedded: boolean }): TopicSpec[] {
  return Object.values(topics).map((topic: TopicDefinition) => ({
    topic: topic.name,
    partitions: topic.partitions,
    replicationFactor: embedded ? 1 : -1,
    config: topic.compact ? { 'cleanup.policy': 'compact' } : { 'retention.ms': String(RETENTION_MS) },
  }));
}
