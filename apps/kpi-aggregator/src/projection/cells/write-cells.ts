import { toBinaryNumbers } from '../../database/binary-array.ts';
import type { Queryable } from '../../database/queryable.ts';
import type { Slot } from '../slot.ts';
import { DAY_GRAIN, MONTH_GRAIN } from './cell-changes.ts';
import type { CellMatrix } from './cell-matrix.ts';
import { measureColumns } from './measure-columns.ts';

const keys = ['line', 'bucket', 'grain', 'shard'];
const names = [...keys, ...measureColumns];
const columns = names.join(', ');
// Side by side in the list and not as a table function, which would first keep all rows aside: a fifth of the statement's time.
const values = names.map((_name, index) => `unnest($${index + 1}::int[])`).join(', ');
const additions = measureColumns.map((column) => `${column} = cell.${column} + excluded.${column}`).join(', ');

/** Rows to write, a growing array of numbers a column. */
class CellColumns {
  readonly #columns: number[][] = names.map(() => []);

  add(key: readonly number[], values: Int32Array, at: number): void {
    for (let index = 0; index < names.length; index += 1) {
      this.#columns[index]?.push((index < keys.length ? key[index] : values[at + index - keys.length]) ?? 0);
    }
  }

  get isEmpty(): boolean {
    return this.#columns[0]?.length === 0;
  }

  toArrays(): readonly Buffer[] {
    return this.#columns.map((values) => toBinaryNumbers('integer', values));
  }
}

/** Adds changes to the cells of one shard; in the order of the keys, so that two writers lock in one order. */
export async function writeCells(
  database: Queryable,
  slot: Slot,
  shard: number,
  { days, months }: { readonly days: CellMatrix; readonly months: CellMatrix },
): Promise<void> {
  const rows = new CellColumns();
  days.forEach((line, bucket, values, at) => {
    rows.add([line, bucket, DAY_GRAIN, shard], values, at);
  });
  months.forEach((line, bucket, values, at) => {
    rows.add([line, bucket, MONTH_GRAIN, shard], values, at);
  });
  if (rows.isEmpty) return;
  await database.query(
    `INSERT INTO kpi.cell_${slot} AS cell (${columns}) SELECT ${values}
     ON CONFLICT (line, grain, bucket, shard) DO UPDATE SET ${additions}`,
    rows.toArrays(),
  );
}
