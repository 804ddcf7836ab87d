import type { EventsReceipt } from '@motcua/contracts';
import type { Language } from '@motcua/http';
import { inTransaction, isTransient, isUniqueViolation } from '@motcua/postgres';
import pRetry from 'p-retry';
import type { Pool } from 'pg';
import type { ReferenceData } from '../reference/reference-data.ts';
import { toChunks, type Chunk } from './chunks.ts';
import type { LineOutcome, ParsedLine } from './parse-lines.ts';
import { ReceiptTotals } from './receipt-totals.ts';
import { takeChunk, type ChunkOutcome } from './take-chunk.ts';

export interface TakeEventsParts {
  readonly pool: Pool;
  readonly data: ReferenceData;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told after each commit. */
  readonly onAppended: () => void;
}

/** Lines taken in hand at a time: enough to fill chunks with whole dossiers, little enough to keep memory flat. */
const WINDOW_LINES = 5_000;
/** Chunks in the database at a time: one is decided here while another is written there. */
const CHUNKS_AT_ONCE = 2;
const RETRIES = 5;
const FIRST_RETRY_MS = 20;

/** Takes what a legacy system reports, window by window; a bad line is refused by number and stops nothing. */
export async function takeEvents(
  parts: TakeEventsParts,
  lines: Iterable<LineOutcome>,
  { actor, language }: { readonly actor: string; readonly language: Language },
): Promise<EventsReceipt> {
  const totals = new ReceiptTotals();
  let window: ParsedLine[] = [];
  for (const outcome of lines) {
    if (!outcome.ok) totals.addRejection(outcome.rejection);
    else window.push(outcome.parsed);
    if (window.length < WINDOW_LINES) continue;
    await takeWindow(parts, window, actor, totals);
    window = [];
  }
  await takeWindow(parts, window, actor, totals);
  return totals.toReceipt(language);
}

async function takeWindow(
  parts: TakeEventsParts,
  window: readonly ParsedLine[],
  actor: string,
  totals: ReceiptTotals,
): Promise<void> {
  const waiting = toChunks(window);
  const work = async (): Promise<void> => {
    for (let chunk = waiting.shift(); chunk !== undefined; chunk = waiting.shift()) {
      totals.addChunk(await takeOne(parts, chunk, actor));
      parts.onAppended();
    }
  };
  await Promise.all(Array.from({ length: CHUNKS_AT_ONCE }, work));
}

/** A twin that reports the same events under other dossiers, a deadlock or a restart: the chunk is taken again from what is there then. */
function takeOne({ pool, data, now }: TakeEventsParts, chunk: Chunk, actor: string): Promise<ChunkOutcome> {
  const attempt = () => inTransaction(pool, (transaction) => takeChunk(transaction, chunk, { data, now: now(), actor }));
  return pRetry(attempt, {
    retries: RETRIES,
    minTimeout: FIRST_RETRY_MS,
    randomize: true,
    shouldRetry: ({ error }) => isTransient(error) || isUniqueViolation(error),
  });
}
