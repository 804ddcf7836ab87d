import { setTimeout as delay } from 'node:timers/promises';
import type { AdminPort, TopicPartition } from '../client/kafka-client.port.ts';
import type { PartitionIdentity } from './consumer-offset.store.ts';

const retryDelayMs = 250;

/** Which cluster and which incarnation of each topic a projection reads. */
export class TopicIdentities {
  private constructor(
    private readonly clusterId: string,
    private readonly topicIds: ReadonlyMap<string, string>,
  ) {}

  /** Waits for topics that do not exist yet (their producer creates them), until `timeoutMs`. */
  static async find(
    admin: AdminPort,
    topics: readonly string[],
    { timeoutMs, isCancelled }: { timeoutMs: number; isCancelled: () => boolean },
  ): Promise<TopicIdentities> {
    const clusterId = await admin.getClusterId();
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const topicIds = await admin.findTopicIds(topics);
      const missing = topics.filter((topic) => !topicIds.has(topic));
      if (missing.length === 0) return new TopicIdentities(clusterId, topicIds);
      if (performance.now() > deadline || isCancelled()) throw new Error(`topic ${missing.join(', ')} does not exist`);
      await delay(retryDelayMs);
    }
  }

  toIdentity(projection: string, { topic, partition }: TopicPartition): PartitionIdentity {
    const topicId = this.topicIds.get(topic);
    if (topicId === undefined) throw new Error(`${projection} does not read ${topic}`);
    return { projection, clusterId: this.clusterId, topicId, topic, partition };
  }
}
