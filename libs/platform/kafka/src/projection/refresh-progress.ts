import type { OffsetRange } from '../client/kafka-client.port.ts';
import { checkPosition, type PositionRefusal } from '../offsets/check-position.ts';
import type { ConsumerOffsetStore } from '../offsets/consumer-offset.store.ts';
import type { Transactions } from '../transactions/transaction.ts';
import type { PartitionProgress } from './partition-progress.ts';

/** What a look from outside found about a partition in our hands. */
export type Finding =
  | { readonly kind: 'fine' }
  /** A rebuild or another owner moved the cursor. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'lost'; readonly refusal: PositionRefusal };

/**
 * Keeps the lag honest when no batch comes, and notices a cursor that was moved or a log that was cut while nothing was read.
 * `progress` may move on meanwhile: what was found about an older cursor then counts for nothing.
 */
export async function refreshProgress(
  progress: PartitionProgress,
  range: OffsetRange,
  { transactions, offsets }: { transactions: Transactions; offsets: ConsumerOffsetStore },
): Promise<Finding> {
  const { cursor } = progress;
  // the end may have been read before the last batch was: the larger one is the newer one
  const end = range.end > progress.endOffset ? range.end : progress.endOffset;
  const refusal = checkPosition(cursor.identity.projection, cursor.nextOffset, { ...range, end });
  if (refusal !== undefined) return { kind: 'lost', refusal };
  progress.endOffset = end;
  const stored = await transactions.run((transaction) => offsets.find(transaction, cursor.identity));
  return stored?.epoch === cursor.epoch ? { kind: 'fine' } : { kind: 'moved' };
}
