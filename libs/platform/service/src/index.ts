export { reportProjections } from './consumers/report-projections.ts';
export type { EncryptedTable } from './keys/encrypted-table.ts';
export { EncryptedTables } from './keys/encrypted-tables.ts';
export { createKeysController } from './keys/keys.controller.ts';
export { TableRotation } from './keys/table-rotation.ts';
export { BackgroundLoop } from './loops/background-loop.ts';
export { BackgroundLoops } from './loops/background-loops.ts';
export { migrate } from './migrate.ts';
export type { RelayDefinition } from './relays/relay-definition.ts';
export { serve } from './serve.ts';
export { ServiceModule } from './service.module.ts';
export { startService } from './start-service.ts';
export { CONFIG, KAFKA, POOL, PRODUCER, RELAY, TOPIC_NAMES } from './tokens.ts';
export { toTestTopicNames, topicNames, type TopicNames } from './topics/topic-names.ts';

// For services that do not stand on ServiceModule yet.
export { untilKafkaAnswers } from '@motcua/kafka';
export { NeedsNoReference, REFERENCE, ReferenceGuard } from '@motcua/reference';
export { createOperatorsDeadLetters } from './consumers/dead-letters.controller.ts';
export { observeProjections } from './consumers/observe-projections.ts';
export { reportLoops } from './loops/background-loop.ts';
export { applyReferenceRecord, type ReferenceBook, type ReferenceVersions } from './reference/reference-book.ts';
export { ReferenceFollower, referenceGuard } from './reference/reference-follower.ts';
