import type { OffsetRange } from '../client/kafka-client.port.ts';
import { DeadLetterStore } from '../dead-letters/dead-letter.store.ts';
import { checkFirstPosition, checkPosition, refuseReplacedTopic, type PositionRefusal } from '../offsets/check-position.ts';
import { ConsumerOffsetStore, type PartitionIdentity } from '../offsets/consumer-offset.store.ts';
import type { Transaction } from '../transactions/transaction.ts';
import type { PartitionProgress } from './partition-progress.ts';

export interface Claim {
  readonly identity: PartitionIdentity;
  readonly range: OffsetRange;
  readonly owner: string;
  readonly schema: string;
}

export const isRefusal = (claimed: PartitionProgress | PositionRefusal): claimed is PositionRefusal => 'code' in claimed;

/**
 * Takes a partition over: from here on only `owner` moves its cursor. Refused, with nothing written, when reading on from the
 * stored position would lose records or take old ones for new.
 */
export async function claimPartition(
  transaction: Transaction,
  { identity, range, owner, schema }: Claim,
): Promise<PartitionProgress | PositionRefusal> {
  const refusal = await findRefusal(transaction, { identity, range, schema });
  if (refusal !== undefined) return refusal;
  const offsets = new ConsumerOffsetStore(schema);
  const { nextOffset, epoch } = await offsets.claim(transaction, identity, owner, range.begin);
  const parked = await new DeadLetterStore(schema).countParked(transaction, identity);
  return { cursor: { identity, nextOffset, epoch }, passedOver: nextOffset, endOffset: range.end, parked, movedAt: undefined };
}

/** Why the partition could not be claimed as things stand; writes nothing. */
export async function findRefusal(
  transaction: Transaction,
  { identity, range, schema }: Omit<Claim, 'owner'>,
): Promise<PositionRefusal | undefined> {
  const offsets = new ConsumerOffsetStore(schema);
  const stored = await offsets.find(transaction, identity);
  return stored === undefined
    ? checkBeginning(offsets, transaction, identity, range)
    : checkPosition(identity.projection, stored.nextOffset, range);
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
