import type { FetchedBatch, IncomingMessage } from '../client/kafka-client.port.ts';

/**
 * A range of the log that one transaction handles: it moves the cursor from `from` to `to`. The messages are all those of the
 * range; offsets without a message are holes.
 */
export interface Chunk {
  readonly from: bigint;
  readonly to: bigint;
  readonly messages: readonly IncomingMessage[];
}

/**
 * Cuts a fetched batch into chunks that tile `[position, nextOffset)` without gap or overlap, in order: so a cursor moved chunk
 * by chunk never passes a message that is not done. Messages below `position` are done already (redelivery) and left out.
 * An empty list means the whole batch is old. The last chunk reaches to `nextOffset`, past the markers behind the last message.
 */
export function cutIntoChunks(batch: FetchedBatch, position: bigint, maxMessages: number): Chunk[] {
  if (batch.nextOffset <= position) return [];
  const fresh = batch.messages.filter(({ offset }) => offset >= position);
  if (fresh.length === 0) return [{ from: position, to: batch.nextOffset, messages: [] }];
  const chunks: Chunk[] = [];
  let from = position;
  for (let start = 0; start < fresh.length; start += maxMessages) {
    const to = fresh[start + maxMessages]?.offset ?? batch.nextOffset;
    chunks.push({ from, to, messages: fresh.slice(start, start + maxMessages) });
    from = to;
  }
  return chunks;
}

/** Two chunks that tile `chunk`, each with at least one message. Needs two messages. */
export function halve({ from, to, messages }: Chunk): [Chunk, Chunk] {
  const middle = Math.ceil(messages.length / 2);
  const border = messages[middle]?.offset;
  if (border === undefined) throw new Error('a chunk of fewer than two messages has no half');
  return [
    { from, to: border, messages: messages.slice(0, middle) },
    { from: border, to, messages: messages.slice(middle) },
  ];
}
