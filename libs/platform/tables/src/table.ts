/** Text stays text; null is an empty cell. */
export type Cell = string | number | null;
export type Row = readonly Cell[];

/** A table with what it is of above it. */
export interface Table {
  /** What the sheet is called, where the format has sheets. */
  readonly name: string;
  /** Lines above the columns: of whom, of when, by which rule, cut by what. */
  readonly head: readonly Row[];
  readonly columns: readonly string[];
  /** The rows, a page at a time: no more than one is in memory, however long the table is. */
  readonly pages: AsyncIterable<readonly Row[]>;
}
