import type { OffsetRange } from '../client/kafka-client.port.ts';
import { checkPosition, type PositionRefusal } from '../offsets/check-position.ts';
import type { ConsumerOffsetStore } from '../offsets/consumer-offset.store.ts';
import type { Transactions } from '../transactions/transaction.ts';
import type { PartitionProgress } from './partition-progress.ts';

/** What a look from outside found about a partition in our hands. */
export type Finding =
  | { readonly kind: 'fine'; readonly progress: PartitionProgress }
  /** A rebuild or another owner moved the cursor. */
  | { readonly kind: 'moved'; readonly progress: PartitionProgress }
  | { readonly kind: 'lost'; readonly progress: PartitionProgress; readonly refusal: PositionRefusal };

/** A partition in our hands, with the log's range as it was just read. */
export interface Looked {
  readonly progress: PartitionProgress;
  readonly range: OffsetRange;
}

/**
 * Keeps the lag honest when no batch comes, and notices a cursor that was moved or a log that was cut while nothing was read. One
 * statement for all partitions. `progress` may move on meanwhile: what was found about an older cursor then counts for nothing.
 */
export async function refreshProgress(
  looked: readonly Looked[],
  { transactions, offsets }: { transactions: Transactions; offsets: ConsumerOffsetStore },
): Promise<Finding[]> {
  const refused = looked.flatMap(({ progress, range }): Finding[] => {
    const refusal = noteRange(progress, range);
    return refusal === undefined ? [] : [{ kind: 'lost', progress, refusal }];
  });
  const asked = looked
    .filter(({ progress }) => !refused.some((it) => it.progress === progress))
    .map(({ progress }) => ({ progress, cursor: progress.cursor }));
  if (asked.length === 0) return refused;
  const identities = asked.map(({ cursor }) => cursor.identity);
  const stored = await transactions.run((transaction) => offsets.findAll(transaction, identities));
  const findings = asked.map(({ progress, cursor }, index): Finding => {
    const found = stored[index];
    // It only ever grows; in a database that was restored, or failed over, it says what it said before.
    const isOurs = found?.epoch === cursor.epoch && found.nextOffset >= cursor.nextOffset;
    return { kind: isOurs ? 'fine' : 'moved', progress };
  });
  return [...refused, ...findings];
}

function noteRange(progress: PartitionProgress, range: OffsetRange): PositionRefusal | undefined {
  const { cursor } = progress;
  // the end may have been read before the last batch was: the larger one is the newer one
  const end = range.end > progress.endOffset ? range.end : progress.endOffset;
  const refusal = checkPosition(cursor.identity.projection, cursor.nextOffset, { ...range, end });
  if (refusal === undefined) progress.endOffset = end;
  return refusal;
}
