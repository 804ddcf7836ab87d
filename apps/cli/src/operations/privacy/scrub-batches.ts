import type { ClientBase } from 'pg';

export interface Scrubbed {
  /** Table and what in it. */
  readonly place: string;
  /** Rows that were changed, or would be. */
  readonly rows: number;
  /** Rows that cannot be cleaned: somebody has to look at them. */
  readonly left?: number;
}

export interface Batch {
  readonly rows: number;
  readonly left?: number;
  /** Key of the last row that was seen, from which the next batch goes on; undefined: that was the last batch. */
  readonly last: readonly string[] | undefined;
}

export interface BatchParts {
  /** Of the administrator: the event tables' own services may not change what was said. */
  readonly client: ClientBase;
  readonly onProgress?: (place: string, rows: number) => void;
}

/** Rows of one transaction: short enough for the services to go on beside it. */
export const BATCH_SIZE = 500;

/** Scrubs a place batch by batch. Each is a transaction of its own, so that what is broken off has cleaned all before it. */
export async function scrubInBatches(
  { client, onProgress }: BatchParts,
  place: string,
  scrubBatch: (after: readonly string[] | null) => Promise<Batch>,
): Promise<Scrubbed> {
  let [rows, left] = [0, 0];
  for (let after: readonly string[] | null = null; ;) {
    await client.query('BEGIN');
    const batch: Batch = await scrubBatch(after).then(
      async (done) => {
        await client.query('COMMIT');
        return done;
      },
      async (error: unknown) => {
        await client.query('ROLLBACK');
        throw error;
      },
    );
    rows += batch.rows;
    left += batch.left ?? 0;
    onProgress?.(place, rows);
    if (batch.last === undefined) return { place, rows, ...(left === 0 ? {} : { left }) };
    after = batch.last;
  }
}
