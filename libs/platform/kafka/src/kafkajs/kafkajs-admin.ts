import type { Admin, ITopicConfig, Kafka, KafkaConfig } from 'kafkajs';
import type { AdminPort, GroupMember, NewTopic, OffsetRange } from '../client/kafka-client.port.ts';
import { findInstance } from './client-instance.ts';
import { requestLeave } from './leave-request.ts';
import { orPortError } from './to-port-error.ts';
import { requestTopicIds } from './topic-id-request.ts';
import { whileLeadersMove } from './while-leaders-move.ts';

export class KafkajsAdmin implements AdminPort {
  #connected: Promise<Admin> | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly config: KafkaConfig,
  ) {}

  async getClusterId(): Promise<string> {
    const { clusterId } = await orPortError(this.#ask((admin) => admin.describeCluster()));
    return clusterId;
  }

  async findTopicIds(topics: readonly string[]): Promise<Map<string, string>> {
    return orPortError(requestTopicIds(this.kafka, this.config, topics));
  }

  async listOffsets(topic: string): Promise<readonly OffsetRange[]> {
    const partitions = await orPortError(whileLeadersMove(() => this.#ask((admin) => admin.fetchTopicOffsets(topic))));
    return partitions
      .map(({ partition, low, high }) => ({ topic, partition, begin: BigInt(low), end: BigInt(high) }))
      .sort((one, other) => one.partition - other.partition);
  }

  async createTopics(topics: readonly NewTopic[]): Promise<void> {
    const existing = new Set(await this.#ask((admin) => admin.listTopics()));
    // one by one: kafkajs answers a mix of new and existing topics with one error for all
    for (const topic of topics.filter(({ name }) => !existing.has(name))) {
      // A busy broker may not know for a moment what it has just made; to make it once more is harmless.
      await whileLeadersMove(
        () => this.#ask((admin) => admin.createTopics({ topics: [toTopicConfig(topic)], waitForLeaders: true })),
        ['UNKNOWN_TOPIC_OR_PARTITION'],
      );
    }
  }

  async deleteRecordsBefore(
    topic: string,
    offsets: readonly { readonly partition: number; readonly offset: bigint }[],
  ): Promise<void> {
    const partitions = offsets.map(({ partition, offset }) => ({ partition, offset: String(offset) }));
    await this.#ask((admin) => admin.deleteTopicRecords({ topic, partitions }));
  }

  async deleteGroup(groupId: string): Promise<void> {
    await this.#ask((admin) => admin.deleteGroups([groupId]));
  }

  async listMembers(groupId: string): Promise<readonly GroupMember[]> {
    const { groups } = await orPortError(this.#ask((admin) => admin.describeGroups([groupId])));
    return groups.flatMap(({ members }) =>
      members.map(({ memberId, clientId }) => ({ memberId, instance: findInstance(clientId) })),
    );
  }

  async dismiss(groupId: string, memberId: string): Promise<boolean> {
    return orPortError(requestLeave(this.kafka, this.config, { groupId, memberId }));
  }

  async close(): Promise<void> {
    const connected = this.#connected;
    this.#connected = undefined;
    const admin = await connected?.catch(() => undefined);
    await admin?.disconnect().catch(() => undefined);
  }

  /**
   * On a kept connection first, then once on a new one: kafkajs asks with every call about all topics it was ever asked about,
   * so one deleted topic would fail all later calls.
   */
  async #ask<Answer>(question: (admin: Admin) => Promise<Answer>): Promise<Answer> {
    const kept = this.#connected;
    if (kept !== undefined) {
      try {
        return await question(await kept);
      } catch {
        if (this.#connected === kept) await this.close();
      }
    }
    this.#connected ??= this.#connect();
    return question(await this.#connected);
  }

  async #connect(): Promise<Admin> {
    const admin = this.kafka.admin();
    try {
      await admin.connect();
      return admin;
    } catch (error) {
      this.#connected = undefined;
      throw error;
    }
  }
}

const toTopicConfig = ({ name, partitions, compact = false, replicationFactor, config = {} }: NewTopic): ITopicConfig => ({
  topic: name,
  numPartitions: partitions,
  ...(replicationFactor === undefined ? {} : { replicationFactor }),
  configEntries: Object.entries({ ...(compact ? { 'cleanup.policy': 'compact' } : {}), ...config }).map(([key, value]) => ({
    name: key,
    value,
  })),
});
