import type { Queryable } from '../../database/queryable.ts';
import type { Slot } from '../slot.ts';
import { DAY_GRAIN, MONTH_GRAIN } from './cell-changes.ts';
import type { CellMatrix } from './cell-matrix.ts';
import { measureColumns } from './measure-columns.ts';

const keys = ['line', 'bucket', 'grain', 'shard'];
const columns = [...keys, ...measureColumns].join(', ');
const arrays = [...keys, ...measureColumns].map((_name, index) => `$${index + 1}::int[]`).join(', ');
const additions = measureColumns.map((column) => `${column} = cell.${column} + excluded.${column}`).join(', ');

/** Arrays of whole numbers as PostgreSQL reads them, a column each, written row by row. */
class ColumnTexts {
  readonly #texts: string[] = [...keys, ...measureColumns].map(() => '');

  add(line: number, bucket: number, grain: number, shard: number, values: Int32Array, at: number): void {
    this.#append([line, bucket, grain, shard], 0);
    this.#append(values.subarray(at, at + measureColumns.length), keys.length);
  }

  #append(values: Iterable<number>, column: number): void {
    for (const value of values) {
      const text = this.#texts[column] ?? '';
      this.#texts[column++] = text === '' ? String(value) : `${text},${value}`;
    }
  }

  get isEmpty(): boolean {
    return this.#texts[0] === '';
  }

  toArrays(): readonly string[] {
    return this.#texts.map((text) => `{${text}}`);
  }
}

/** Adds changes to the cells of one shard; in the order of the keys, so that two writers lock in one order. */
export async function writeCells(
  database: Queryable,
  slot: Slot,
  shard: number,
  { days, months }: { readonly days: CellMatrix; readonly months: CellMatrix },
): Promise<void> {
  const texts = new ColumnTexts();
  days.forEach((line, bucket, values, at) => {
    texts.add(line, bucket, DAY_GRAIN, shard, values, at);
  });
  months.forEach((line, bucket, values, at) => {
    texts.add(line, bucket, MONTH_GRAIN, shard, values, at);
  });
  if (texts.isEmpty) return;
  await database.query(
    `INSERT INTO kpi.cell_${slot} AS cell (${columns}) SELECT * FROM unnest(${arrays})
     ON CONFLICT (line, grain, bucket, shard) DO UPDATE SET ${additions}`,
    texts.toArrays(),
  );
}
