export { adoptStore, type Adoption } from './store/adopt-store.ts';
export { CreateOutboxTables1760000001000, outboxTables } from './migrations/1760000001000-create-outbox-tables.ts';
export { CreateLogComparison1767300000000, logComparisonTables } from './migrations/1767300000000-create-log-comparison.ts';
export {
  listAgreements,
  listLostEvents,
  settleLostEvents,
  type LostEvent,
  type TopicAgreement,
} from './comparison/lost-events.ts';
export { findRelayCursor, isAtOrBeyond, type LogPosition } from './store/cursor.store.ts';
export { storeIdSql } from './store/store-identity.ts';
export { UnpublishedWatch } from './store/unpublished-watch.ts';
export { observeRelay } from './relay-metrics.ts';
export { createRelay, type Relay } from './relay/relay.ts';
export type { OutboxRecord, Progress, ProgressOptions, RelayOptions, RelayRow } from './relay/relay-options.ts';
export type { RelayState, RelayStatus } from './relay/relay-status.ts';
