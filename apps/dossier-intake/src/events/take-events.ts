import type { EventsReceipt } from '@motcua/contracts';
import { ProblemError, type Language } from '@motcua/http';
import { inTransaction, isTransient, isUniqueViolation } from '@motcua/postgres';
import pRetry from 'p-retry';
import type { Pool } from 'pg';
import type { ImportSessions } from './import-sessions/import-sessions.ts';
import type { ReasonStore } from '../applicants/reason.store.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import { toChunks, type Chunk } from './chunks.ts';
import type { Conceal } from './conceal.ts';
import type { LineOutcome, ParsedLine } from './parse-lines.ts';
import { ReceiptTotals } from './receipt-totals.ts';
import { takeChunk, type ChunkOutcome } from './take-chunk.ts';
import type { TakenBy } from './take-line.ts';

export interface TakeEventsParts {
  readonly pool: Pool;
  readonly data: ReferenceData;
  readonly reasons: ReasonStore;
  readonly conceal: Conceal;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told after each commit. */
  readonly onAppended: () => void;
  readonly sessions: ImportSessions;
}

/** A line as it was read: what it holds of memory is counted by its length. */
export interface ReadLine {
  readonly outcome: LineOutcome;
  readonly length: number;
}

/** Lines taken in hand at a time: enough to fill chunks with whole dossiers, little enough to keep memory flat. */
const WINDOW_LINES = 5_000;
/** Fewer where they are long. */
const WINDOW_LENGTH = 8_000_000;
/** Chunks in the database at a time: one is decided here while another is written there. */
const CHUNKS_AT_ONCE = 2;
const RETRIES = 5;
const FIRST_RETRY_MS = 20;

/**
 * Takes what a legacy system reports, window by window; a bad line is refused by number and stops nothing. Lines are asked for as
 * the database has taken those before. Where they end early, what came is taken all the same, and the problem says how much.
 */
export async function takeEvents(
  parts: TakeEventsParts,
  lines: AsyncIterable<Iterable<ReadLine>>,
  { language, reporter, session }: TakenBy & { readonly language: Language },
): Promise<EventsReceipt> {
  const takenBy = { reporter, session };
  const totals = new ReceiptTotals();
  let window: ParsedLine[] = [];
  let length = 0;
  const takeWhole = async (): Promise<void> => {
    const full = window;
    window = [];
    length = 0;
    await takeWindow(parts, full, takenBy, totals);
  };
  try {
    for await (const some of lines) {
      for (const line of some) {
        if (!line.outcome.ok) totals.addRejection(line.outcome.rejection);
        else window.push(line.outcome.parsed);
        length += line.length;
        if (window.length >= WINDOW_LINES || length >= WINDOW_LENGTH) await takeWhole();
      }
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    await takeWhole();
    throw withCounts(error, totals);
  }
  await takeWhole();
  return totals.toReceipt(language);
}

/** The upload's problem, with what was taken of it before. */
const withCounts = (problem: ProblemError, totals: ReceiptTotals): ProblemError => {
  const { status, code, titles, detail, headers, cause } = problem;
  const extensions = { ...problem.extensions, taken: totals.toCounts() };
  return new ProblemError({ status, code, titles, ...(detail === undefined ? {} : { detail }), headers, extensions, cause });
};

async function takeWindow(
  parts: TakeEventsParts,
  window: readonly ParsedLine[],
  takenBy: TakenBy,
  totals: ReceiptTotals,
): Promise<void> {
  const waiting = toChunks(window);
  const work = async (): Promise<void> => {
    for (let chunk = waiting.shift(); chunk !== undefined; chunk = waiting.shift()) {
      totals.addChunk(await takeOne(parts, chunk, takenBy));
      parts.onAppended();
    }
  };
  await Promise.all(Array.from({ length: CHUNKS_AT_ONCE }, work));
}

/** A twin that reports the same events under other dossiers, a deadlock or a restart: the chunk is taken again from what is there then. */
async function takeOne(
  { pool, now, sessions, ...parts }: TakeEventsParts,
  chunk: Chunk,
  takenBy: TakenBy,
): Promise<ChunkOutcome> {
  if (takenBy.session !== null) await sessions.hear(takenBy.session, takenBy.reporter.source);
  const attempt = () => inTransaction(pool, (transaction) => takeChunk(transaction, chunk, { ...parts, now: now(), ...takenBy }));
  return pRetry(attempt, {
    retries: RETRIES,
    minTimeout: FIRST_RETRY_MS,
    randomize: true,
    shouldRetry: ({ error }) => isTransient(error) || isUniqueViolation(error),
  });
}
