import type { LogPosition } from '../store/cursor.store.ts';

export interface TableReader<Row extends LogPosition> {
  /** Rows behind a place, in commit order; none: there are no more. */
  readAfter(place: LogPosition): Promise<readonly Row[]>;
  /** Rows before a place, the nearest first. */
  readBefore(place: LogPosition): Promise<readonly Row[]>;
}

/**
 * Leaves of `wanted` what no row of the table is. What was published last lies about the cursor: so it is looked for from there in both directions, and
 * as a rule the first rows are enough. Where something is missing, the whole table is read.
 */
export async function removeFound<Row extends LogPosition>(
  wanted: Set<string>,
  { reader, cursor, identifyRow }: { reader: TableReader<Row>; cursor: LogPosition; identifyRow: (row: Row) => string },
): Promise<void> {
  let [after, before]: (LogPosition | undefined)[] = [cursor, { ...cursor, position: String(BigInt(cursor.position) + 1n) }];
  while (wanted.size > 0 && (after !== undefined || before !== undefined)) {
    const later: readonly Row[] = after === undefined ? [] : await reader.readAfter(after);
    const earlier: readonly Row[] = before === undefined ? [] : await reader.readBefore(before);
    for (const row of [...later, ...earlier]) wanted.delete(identifyRow(row));
    [after, before] = [later.at(-1), earlier.at(-1)];
  }
}
