import type { OffsetRange } from '../client/kafka-client.port.ts';
import { DeadLetterStore } from '../dead-letters/dead-letter.store.ts';
import { checkFirstPosition, checkPosition, refuseReplacedTopic, type PositionRefusal } from '../offsets/check-position.ts';
import { ConsumerOffsetStore, type PartitionIdentity } from '../offsets/consumer-offset.store.ts';
import { findDisagreement, listOrphanedRecords } from '../offsets/source-agreement.ts';
import type { Transaction } from '../transactions/transaction.ts';
import type { PartitionProgress } from './partition-progress.ts';

export interface Claim {
  readonly identity: PartitionIdentity;
  readonly range: OffsetRange;
  readonly owner: string;
  readonly schema: string;
  /** The schema of the event table behind the topic, where it is in this database. */
  readonly source?: string | undefined;
}

export const isRefusal = (claimed: PartitionProgress | PositionRefusal): claimed is PositionRefusal => 'code' in claimed;

/**
 * Takes a partition over: from here on only `owner` moves its cursor. Refused, with nothing written, when reading on from the
 * stored position would lose records or take old ones for new.
 */
export async function claimPartition(
  transaction: Transaction,
  { identity, range, owner, schema, source }: Claim,
): Promise<PartitionProgress | PositionRefusal> {
  const refusal = await findRefusal(transaction, { identity, range, schema, source });
  if (refusal !== undefined) return refusal;
  const offsets = new ConsumerOffsetStore(schema);
  const { nextOffset, epoch, timeline } = await offsets.claim(transaction, identity, owner, range.begin);
  const parked = await new DeadLetterStore(schema).countParked(transaction, identity);
  const orphaned = await listOrphanedRecords(transaction, identity, { source, from: nextOffset });
  return {
    cursor: { identity, nextOffset, epoch },
    passedOver: nextOffset,
    endOffset: range.end,
    parked,
    orphaned,
    timeline,
    movedAt: undefined,
  };
}

/** Why the partition could not be claimed as things stand; writes nothing. */
export async function findRefusal(
  transaction: Transaction,
  { identity, range, schema, source }: Omit<Claim, 'owner'>,
): Promise<PositionRefusal | undefined> {
  const { projection, topic } = identity;
  const disagreement = await findDisagreement(transaction, { projection, topic, source });
  if (disagreement !== undefined) return disagreement;
  const offsets = new ConsumerOffsetStore(schema);
  const stored = await offsets.find(transaction, identity);
  return stored === undefined
    ? checkBeginning(offsets, transaction, identity, range)
    : checkPosition(projection, stored.nextOffset, range);
}

async function checkBeginning(
  offsets: ConsumerOffsetStore,
  transaction: Transaction,
  identity: PartitionIdentity,
  range: OffsetRange,
): Promise<PositionRefusal | undefined> {
  const isReplaced = await offsets.hasOtherIncarnation(transaction, identity);
  return isReplaced ? refuseReplacedTopic(identity.projection, identity.topic) : checkFirstPosition(identity.projection, range);
}
