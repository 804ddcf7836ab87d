import type { Cell } from '../table.ts';

/** How a cell of a form looks. */
export type FormLook =
  | 'plain'
  | 'bold'
  | 'title'
  | 'centered'
  | 'italic'
  | 'heading'
  | 'number'
  | 'text'
  | 'figure'
  | 'points'
  | 'total-text'
  | 'total-figure'
  | 'total-points';

/** A cell, over so many columns and lines; those it covers are null. */
export interface FormCell {
  readonly value: Cell;
  readonly look: FormLook;
  readonly columns?: number;
  readonly lines?: number;
}

/** A sheet that is laid out as a circular prescribes: small enough to be held, with merged headings. */
export interface FormSheet {
  /** What the sheet is called. */
  readonly name: string;
  /** Width of each column, in letters. */
  readonly widths: readonly number[];
  readonly landscape: boolean;
  readonly rows: readonly (readonly (FormCell | null)[])[];
}
