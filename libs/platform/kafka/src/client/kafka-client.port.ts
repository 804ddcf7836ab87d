import type { Buffer } from 'node:buffer';

/** Everything this library asks of a Kafka client. Another client is one new folder that passes `kafka-client.features.ts`. */
export interface KafkaClientPort {
  /** A member of group `groupId`. Nothing is fetched before `start`. */
  createConsumer(options: ConsumerOptions): ConsumerPort;
  /** An idempotent producer with `acks=all`. */
  createProducer(): ProducerPort;
  /** Shares one connection; `close` ends it. */
  readonly admin: AdminPort;
  close(): Promise<void>;
}

export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

export interface Position extends TopicPartition {
  /** The offset of the next record to read. */
  readonly offset: bigint;
}

export type HeaderValue = Buffer | string | readonly (Buffer | string)[];
export type MessageHeaders = Readonly<Record<string, HeaderValue | undefined>>;

/** One record as it lies in the log; key and value are not decoded here. */
export interface IncomingMessage extends TopicPartition {
  readonly offset: bigint;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: MessageHeaders;
  /** Epoch milliseconds, written by producer or broker. */
  readonly timestamp: number;
}

/**
 * The records of one partition that one fetch brought. Offsets may have holes (compaction, transaction markers), so the range
 * `[fetchedOffset, nextOffset)` says what is done when every message is done.
 */
export interface FetchedBatch extends TopicPartition {
  readonly fetchedOffset: bigint;
  readonly nextOffset: bigint;
  /** End of the partition (one past its last record) when it was fetched. */
  readonly endOffset: bigint;
  readonly messages: readonly IncomingMessage[];
}

export interface BatchDelivery {
  readonly batch: FetchedBatch;
  /** Tells the group that this member lives. Rejects when the group moves on: let that error through. */
  heartbeat(): Promise<void>;
  /** Everything below `offset` is done. Without it the same records come again. */
  resolve(offset: bigint): void;
  /** Tells the group `offset`, for lag tools only: not waited for, failures are swallowed, the truth is elsewhere. */
  commitHint(offset: bigint): void;
  /** True when the batch is void: a seek, a rebalance or a stop came in between. */
  isStale(): boolean;
}

export interface ConsumerHandlers {
  /**
   * Called at every (re)join with the partitions given to this member. Nothing of them is fetched until `onAssigned` has
   * answered from which offset each is to be read; a partition it leaves out stays paused.
   */
  onAssigned(partitions: readonly TopicPartition[]): Promise<readonly Position[]>;
  /** One batch; partitions run concurrently, one partition never does. A rejection that is not the client's own crashes the consumer. */
  onBatch(delivery: BatchDelivery): Promise<void>;
  /** There is nothing to deliver before `offset` (transaction markers, everything compacted away), and no batch will say so. */
  onPassedOver(position: Position): void;
  /** The broker no longer has (or never had) `offset`: the client would jump silently, so the partition is stopped instead. */
  onOffsetOutOfRange(position: Position): void;
  /**
   * The consumer is dead and does not come back by itself: `ClusterAway` where another one may begin in its place, any other error where
   * a handler threw, or has not answered for too long.
   */
  onCrash(error: Error): void;
}

export interface ConsumerOptions {
  readonly groupId: string;
  readonly topics: readonly string[];
  /** The process that it is of, for `listMembers`. */
  readonly instance?: string;
  /** How many partitions are processed at the same time. Default 3. */
  readonly partitionsConsumedConcurrently?: number;
  /** Default 4 MiB: about 6,000 dossier events. */
  readonly maxBytesPerPartition?: number;
  /** How long the broker may hold an empty fetch. Records are answered at once; a start, a seek, a rebalance and a stop wait for it. Default 1,000. */
  readonly maxWaitTimeMs?: number;
  readonly sessionTimeoutMs?: number;
  /** How soon a rebalance is heard of, together with `maxWaitTimeMs`. Default 1,000. */
  readonly heartbeatIntervalMs?: number;
  /** The watchdog: without any sign of life for so long the consumer crashes. Default 60,000. */
  readonly progressTimeoutMs?: number;
}

export interface ConsumerPort {
  /** @throws ClusterAway */
  start(handlers: ConsumerHandlers): Promise<void>;
  /** Reads a partition on from another offset (takes effect at the next fetch; batches in hand become stale). */
  seek(position: Position): void;
  pause(partitions: readonly TopicPartition[]): void;
  resume(partitions: readonly TopicPartition[]): void;
  /** Lets the batches in hand end, leaves the group, disconnects. */
  stop(): Promise<void>;
}

export interface OutgoingRecord {
  readonly key: string | Buffer | null;
  /** `null` deletes the key from a compacted topic. */
  readonly value: string | Buffer | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Without it the key decides (murmur2, as the Java client does). */
  readonly partition?: number;
}

export interface ProducerPort {
  /** Appends in order per partition. Answers, per touched partition, the offset its first record got. Rejects if any is not acknowledged. */
  send(topic: string, records: readonly OutgoingRecord[]): Promise<Map<number, bigint>>;
  close(): Promise<void>;
}

export interface OffsetRange extends TopicPartition {
  readonly begin: bigint;
  /** One past the last record. */
  readonly end: bigint;
}

export interface NewTopic {
  readonly name: string;
  readonly partitions: number;
  readonly compact?: boolean;
  readonly replicationFactor?: number;
  readonly config?: Readonly<Record<string, string>>;
}

export interface GroupMember {
  /** Given anew whenever it joins after it was none. */
  readonly memberId: string;
  /** As its consumer was told; undefined: it was told none. */
  readonly instance: string | undefined;
}

/** Every question rejects with `ClusterAway` where the cluster does not answer. */
export interface AdminPort {
  getClusterId(): Promise<string>;
  /** The id a topic got at its creation (a deleted and re-created topic has another). Topics that do not exist are left out. */
  findTopicIds(topics: readonly string[]): Promise<Map<string, string>>;
  listOffsets(topic: string): Promise<readonly OffsetRange[]>;
  /** Creates what is missing and leaves what exists as it is; two creators at once are fine. */
  createTopics(topics: readonly NewTopic[]): Promise<void>;
  /** Deletes the records before these offsets, of a topic that is not compacted; offsets of what stays are as they were. */
  deleteRecordsBefore(topic: string, offsets: readonly { readonly partition: number; readonly offset: bigint }[]): Promise<void>;
  deleteGroup(groupId: string): Promise<void>;
  /** In whatever state the group is; none where there is no such group. */
  listMembers(groupId: string): Promise<readonly GroupMember[]>;
  /** Says for a member, which cannot any more, that it leaves: others get its partitions at once. @returns whether it still was a member */
  dismiss(groupId: string, memberId: string): Promise<boolean>;
}
