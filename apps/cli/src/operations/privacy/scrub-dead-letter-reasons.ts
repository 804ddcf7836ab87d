import { listSchemasWith } from './schemas-with.ts';
import { type BatchParts, type Scrubbed, scrubInBatches } from './scrub-batches.ts';

/** What an earlier version quoted of a record, and the words of today. A quoted text may hold lines of its own. */
const quotes = [
  ['^.*(is not valid JSON|in JSON at position).*$', 'not JSON'],
  ['^type .* is no (\\w+) event', 'type is no \\1 event'],
  ['^data\\.cause .* is none of', 'data.cause is none of'],
  ['^timeZone .* is unknown', 'timeZone is unknown'],
] as const;

const clean = (column: string): string =>
  quotes.reduce((sql, [pattern, words]) => `regexp_replace(${sql}, '${pattern}', '${words}', 's')`, column);

/** Takes what was quoted of a record out of the reasons of dead letters; they are listed, and were logged. */
export async function scrubDeadLetterReasons(parts: BatchParts & { readonly isDryRun: boolean }): Promise<Scrubbed[]> {
  const { client, isDryRun } = parts;
  const done: Scrubbed[] = [];
  for (const schema of await listSchemasWith(client, 'dlq_event')) {
    const table = `${schema}.dlq_event`;
    const isQuoting = `(reason IS DISTINCT FROM ${clean('reason')} OR last_error IS DISTINCT FROM ${clean('last_error')})`;
    const sql = isDryRun
      ? `SELECT FROM ${table} WHERE ${isQuoting}`
      : `UPDATE ${table} SET reason = ${clean('reason')}, last_error = ${clean('last_error')} WHERE ${isQuoting}`;
    // Few rows: what could not be taken is looked at by people.
    const scrubAll = async () => ({ rows: (await client.query(sql)).rowCount ?? 0, last: undefined });
    done.push(await scrubInBatches(parts, `${table} (reason)`, scrubAll));
  }
  return done;
}
