/** A row of the file: the line it ends on (from 1) and its columns. */
export interface SourceRow {
  readonly line: number;
  readonly columns: Readonly<Record<string, string>>;
}

/** A row or an event that was not taken, and why. */
export interface RejectedRow {
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

export const isRejected = (row: object): row is RejectedRow => 'message' in row;
