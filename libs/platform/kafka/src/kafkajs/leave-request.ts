import type { Kafka, KafkaConfig } from 'kafkajs';
import InnerCluster from 'kafkajs/src/cluster/index.js';

/** kafkajs says good-bye for itself alone; this says it for another, over its own connection. The inner modules are untyped, see `topic-id-request.ts`. */
interface Cluster {
  connect(): Promise<void>;
  refreshMetadataIfNecessary(): Promise<void>;
  findGroupCoordinator(of: { groupId: string }): Promise<Coordinator>;
  disconnect(): Promise<void>;
}
interface Coordinator {
  leaveGroup(member: { groupId: string; memberId: string }): Promise<unknown>;
}

const ClusterClass = InnerCluster as new (options: object) => Cluster;

/** @returns whether it still was a member */
export async function requestLeave(
  kafka: Kafka,
  config: KafkaConfig,
  member: { readonly groupId: string; readonly memberId: string },
): Promise<boolean> {
  const cluster = new ClusterClass({ ...config, logger: kafka.logger(), allowAutoTopicCreation: false, metadataMaxAge: 60_000 });
  try {
    await cluster.connect();
    await cluster.refreshMetadataIfNecessary();
    const coordinator = await cluster.findGroupCoordinator({ groupId: member.groupId });
    await coordinator.leaveGroup(member);
    return true;
  } catch (error) {
    if (error instanceof Error && 'type' in error && error.type === 'UNKNOWN_MEMBER_ID') return false;
    throw error;
  } finally {
    await cluster.disconnect();
  }
}
