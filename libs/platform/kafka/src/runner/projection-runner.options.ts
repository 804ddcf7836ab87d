import type { ConsumerOptions, KafkaClientPort } from '../client/kafka-client.port.ts';
import type { PartitionCounts } from '../client/partition-counts.ts';
import type { TransportLog } from '../client/transport-log.ts';
import type { GroupNeighbours } from '../neighbours/neighbours.ts';
import type { TopicSources } from '../offsets/source-agreement.ts';
import type { BatchProjection } from '../projection/batch-projection.ts';
import type { Transactions } from '../transactions/transaction.ts';
import type { FuseLimits } from './fuse.ts';
import type { TransientRetry } from './retry-transient.ts';

export interface ProjectionRunnerOptions<Value, Outcome> {
  readonly client: KafkaClientPort;
  readonly transactions: Transactions;
  /** Where `consumer_offset` and `dlq_event` are. */
  readonly schema: string;
  readonly projection: BatchProjection<Value, Outcome>;
  /** Default: the projection's name. */
  readonly groupId?: string;
  readonly consumer?: Omit<ConsumerOptions, 'groupId' | 'topics'>;
  /** Most messages a transaction. Default 5,000. */
  readonly maxMessagesPerTransaction?: number;
  readonly fuse?: Partial<FuseLimits>;
  readonly retry?: Partial<TransientRetry>;
  /** How often ends of log and cursors are looked at when nothing happens. Default 5,000. */
  readonly refreshIntervalMs?: number;
  /** Partitions of its topics beyond these are refused. */
  readonly partitions?: PartitionCounts;
  /** The event tables behind its topics, where they are in the same database: nothing is read that this database may have lost. */
  readonly sources?: TopicSources;
  /** Take over what a member leaves that has died; without them its session with Kafka has to run out. */
  readonly neighbours?: GroupNeighbours;
  /** How long to wait for topics that do not exist. Default 60,000. */
  readonly topicTimeoutMs?: number;
  readonly log?: TransportLog;
  /** Unknown error or dead client: the process should end and be started again. */
  readonly onFailure: (error: Error) => void;
}
