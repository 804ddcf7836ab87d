import { randomUUID } from 'node:crypto';
import type { Queryable } from '@motcua/postgres';
import type { IncomingMessage, KafkaClientPort } from '../client/kafka-client.port.ts';
import type { TransportLog } from '../client/transport-log.ts';
import { DeadLetterStore } from '../dead-letters/dead-letter.store.ts';
import { createPartitioner } from '../kafkajs/create-partitioner.ts';
import { checkPosition } from '../offsets/check-position.ts';
import { ConsumerOffsetStore, type PartitionIdentity } from '../offsets/consumer-offset.store.ts';
import { readProjectionLag, type ProjectionPosition } from '../offsets/projection-lag.ts';
import type { BatchProjection } from '../projection/batch-projection.ts';
import { controlHeader } from '../projection/control-record.ts';
import { ChunkProcessor } from '../runner/chunk-processor.ts';
import { defaultFuseLimits } from '../runner/fuse.ts';
import type { PartitionProgress } from '../runner/partition-progress.ts';
import { defaultTransientRetry } from '../runner/retry-transient.ts';
import type { Transactions } from '../transactions/transaction.ts';
import { readArchive, type ArchivedRecord } from './read-archive.ts';

export interface RebuildOptions {
  readonly client: KafkaClientPort;
  readonly transactions: Transactions;
  /** Reads the archives. */
  readonly database: Queryable;
  readonly schema: string;
  readonly projection: BatchProjection;
  /** Topic → the relation that its records are published from. */
  readonly archives: ReadonlyMap<string, string>;
  /** Most messages a transaction. */
  readonly chunkSize: number;
  readonly log: TransportLog;
}

/** How far it is; counted up while it runs. */
export interface RebuildProgress {
  events: number;
  dossiers: number;
  /** Could not be read or applied: parked, and shown by `motcua dlq list`. */
  unreadable: number;
}

/** The incarnation under which an event table stands beside those of the topic. */
export const archiveCluster = 'event table';

/** A partition as the event table fills it. */
interface Lane {
  readonly progress: PartitionProgress;
  readonly processor: ChunkProcessor<unknown, unknown>;
}

/**
 * Makes a projection whole from the event tables behind its topics, whatever became of the topics: what it has stays, what it lacks goes
 * through the same `step` and `apply` as a record of the log, in the same order and partition by partition, beside no live batch. What is
 * repeated must change nothing, as with any redelivery. Begun again after a crash it does the same.
 *
 * The ends of the topics are noted first and become the projection's position in the end: whatever is published later is consumed from
 * there on. A topic without an archive is read on from its first record, where its position is lost.
 */
export async function rebuildProjection(options: RebuildOptions, progress: RebuildProgress): Promise<void> {
  const { client, database, schema, projection, archives } = options;
  const topics = [...projection.topics];
  const positions = await readProjectionLag(database, { client, schema, projection: projection.name, topics });
  const run = randomUUID();
  for (const topic of topics) {
    const relation = archives.get(topic);
    const own = positions.filter(({ identity }) => identity.topic === topic);
    if (relation !== undefined) await fillFrom(options, progress, { relation, positions: own, run });
  }
  await turn(options, positions, run);
}

async function fillFrom(
  options: RebuildOptions,
  progress: RebuildProgress,
  { relation, positions, run }: { relation: string; positions: readonly ProjectionPosition[]; run: string },
): Promise<void> {
  const lanes = await Promise.all(positions.map(({ identity }) => openLane(options, identity, run)));
  const partitionOf = createPartitioner(lanes.length);
  let ordinal = 0n;
  for await (const records of readArchive(options.database, relation, options.chunkSize)) {
    const messages = lanes.map((): IncomingMessage[] => []);
    for (const record of records) {
      const targets = record.key === null ? lanes.map((_, partition) => partition) : [partitionOf(record.key)];
      for (const partition of targets) {
        const topic = lanes[partition]?.progress.cursor.identity.topic ?? '';
        messages[partition]?.push(toMessage(record, { topic, partition, offset: ordinal }));
      }
      ordinal += 1n;
    }
    for (const [partition, lane] of lanes.entries()) await fill(lane, messages[partition] ?? [], ordinal);
    progress.events += records.length;
    progress.unreadable = progress.unreadable + lanes.reduce((sum, { processor }) => sum + takeParked(processor), 0);
  }
}

async function openLane(options: RebuildOptions, live: PartitionIdentity, run: string): Promise<Lane> {
  const { projection, schema, log } = options;
  const offsets = new ConsumerOffsetStore(schema);
  const identity = { ...live, clusterId: archiveCluster, topicId: run };
  // Whoever follows the partition waits while a chunk of it is written, and its next batch finds what was.
  const transactions: Transactions = {
    run: (work) =>
      options.transactions.run(async (transaction) => {
        await offsets.lock(transaction, live);
        return work(transaction);
      }),
  };
  const { lastReadAt, cursor } = await options.transactions.run(async (transaction) => ({
    lastReadAt: await offsets.findMovedAt(transaction, live, archiveCluster),
    cursor: { identity, ...(await offsets.claim(transaction, identity, 'rebuild', 0n)) },
  }));
  const processor = new ChunkProcessor({
    projection,
    transactions,
    schema,
    fuseLimits: defaultFuseLimits,
    retry: defaultTransientRetry,
    log,
    rebuild: { lastReadAt },
  });
  return { processor, progress: { cursor, passedOver: 0n, endOffset: 0n, parked: 0, movedAt: undefined } };
}

/** @throws where nearly nothing can be applied: then the release is likelier to be wrong than the history */
async function fill({ processor, progress }: Lane, messages: readonly IncomingMessage[], to: bigint): Promise<void> {
  if (messages.length === 0) return;
  const result = await processor.process(progress, { from: progress.cursor.nextOffset, to, messages }, () => Promise.resolve());
  if (result.kind === 'fuse-blown') throw new Error(result.reason);
  if (result.kind === 'fenced') throw new Error('another rebuild of the same projection runs');
}

function takeParked({ counters }: ChunkProcessor<unknown, unknown>): number {
  const { parked } = counters;
  counters.parked = 0;
  return parked;
}

/** The position of the whole projection, and what was parked before it, in one transaction. */
async function turn({ transactions, schema, archives }: RebuildOptions, positions: readonly ProjectionPosition[], run: string) {
  const offsets = new ConsumerOffsetStore(schema);
  const deadLetters = new DeadLetterStore(schema);
  const archived = positions.filter(({ identity }) => archives.has(identity.topic));
  const cursors = archived.map(({ identity, range }) => ({ identity, nextOffset: range.end }));
  const lost = positions.filter(
    ({ identity, range, nextOffset }) =>
      !archives.has(identity.topic) &&
      (nextOffset === undefined || checkPosition(identity.projection, nextOffset, range) !== undefined),
  );
  await transactions.run(async (transaction) => {
    await offsets.overwrite(transaction, cursors);
    await offsets.overwrite(
      transaction,
      lost.map(({ identity, range }) => ({ identity, nextOffset: range.begin })),
    );
    await deadLetters.settleBefore(transaction, cursors, run);
  });
}

const toMessage = (
  { key, body }: ArchivedRecord,
  place: { readonly topic: string; readonly partition: number; readonly offset: bigint },
): IncomingMessage => ({
  ...place,
  key: key === null ? null : Buffer.from(key),
  value: Buffer.from(body),
  headers: key === null ? { [controlHeader]: 'archive' } : {},
  timestamp: Date.now(),
});
