export * from './client/kafka-client.port.ts';
export type { PartitionCounts } from './client/partition-counts.ts';
export { sayTooMany } from './offsets/check-position.ts';
export { untilKafkaAnswers } from './client/until-kafka-answers.ts';
export { createKafkajsClient, type KafkajsClientOptions } from './kafkajs/create-kafkajs-client.ts';
export { silentLog, type TransportLog } from './client/transport-log.ts';

export { deadLetter, ok, skip, type StepResult } from './projection/step-result.ts';
export type { AfterParking, AfterParkingRule, ParkedMessage } from './projection/after-parking.ts';
export type { ApplyContext, BatchContext, BatchItem, BatchProjection } from './projection/batch-projection.ts';
export { controlHeader, isControl } from './projection/control-record.ts';
export { PermanentDataError, TransientError } from './projection/classify-error.ts';
export { ProjectionRunner } from './runner/projection-runner.ts';
export type { ProjectionRunnerOptions } from './runner/projection-runner.options.ts';
export type { PartitionStatus, TransportState, TransportStatus } from './runner/transport-status.ts';
export { Neighbours, type NeighboursOptions } from './neighbours/neighbours.ts';
export { TopicIdentities } from './offsets/topic-identities.ts';

export { BatchHandler, batchKafkaTransport, type BatchHandlerOptions } from './nest/batch-handler.decorator.ts';
export { BatchHandlerContext } from './nest/batch-handler.context.ts';
export { TopicTable, type TopicHandler } from './nest/topic-table.ts';
export { BatchKafkaServer, type BatchKafkaServerOptions } from './nest/batch-kafka.server.ts';

export {
  consumerOffsetTables,
  CreateConsumerTables1760000002000,
  deadLetterTables,
} from './migrations/1760000002000-create-consumer-tables.ts';
export { KnowTimeline1767300001000, offsetTimeline } from './migrations/1767300001000-know-timeline.ts';
export { toDigest, type TopicSources } from './offsets/source-agreement.ts';
export { readRecords } from './client/read-records.ts';
export { ConsumerOffsetStore, type PartitionIdentity } from './offsets/consumer-offset.store.ts';
export { readProjectionLag, type ProjectionPosition } from './offsets/projection-lag.ts';

export { countArchive } from './rebuild/read-archive.ts';
export { archiveCluster, type RebuildProgress } from './rebuild/rebuild-projection.ts';

export type {
  DeadLetter,
  DeadLetterDetail,
  DeadLetterFilter,
  DeadLetterPage,
  DeadLetterStatus,
} from './dead-letters/dead-letter.ts';
export { countParked, listDeadLetters } from './dead-letters/dead-letter.queries.ts';
export { toReason } from './dead-letters/storable-text.ts';
export {
  DeadLetterOperations,
  isDeadLetterRefusal,
  type DeadLetterAnswer,
  type DeadLetterOperationsOptions,
  type DeadLetterRefusal,
} from './dead-letters/dead-letter.operations.ts';
export { createDeadLettersController, type DeadLettersControllerOptions } from './dead-letters/create-dead-letters-controller.ts';

export { CompactedTopicReader, type CompactedTopicReaderOptions } from './compacted/compacted-topic.reader.ts';
export { TopicSubscription, type TopicSubscriptionOptions } from './compacted/topic-subscription.ts';
export { readCompactedTopic } from './compacted/read-compacted-topic.ts';

export { createPgTransactions } from './transactions/create-pg-transactions.ts';
export type { Transaction, Transactions } from './transactions/transaction.ts';
