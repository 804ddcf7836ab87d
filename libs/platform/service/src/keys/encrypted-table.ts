/** Of the cipher, what a rotation needs. */
export interface RowCipher {
  readonly activeKeyId: string;
  encrypt(text: string, place: string): Buffer;
  decrypt(stored: Buffer, place: string, keyId: string): string;
}

export type EncryptedRow = Readonly<Record<string, unknown>>;

/** A table with encrypted columns, and how one of its values is placed. A new one is a line in the list of its service. */
export interface EncryptedTable {
  readonly table: string;
  /** The primary key, each column with its type. */
  readonly id: Readonly<Record<string, 'uuid' | 'int4' | 'int8' | 'text'>>;
  /** The column that says which key wrote the row; null in it: nothing is encrypted. */
  readonly keyId: string;
  readonly columns: readonly string[];
  readonly place: (row: EncryptedRow, column: string) => string;
  /** Columns that follow from the texts by another key, whose id stands in `keyId`. */
  readonly derived?: {
    readonly keyId: string;
    readonly activeKeyId: string;
    /** The setting that holds its keys, and their ids. */
    readonly variable: string;
    readonly keyIds: readonly string[];
    /** Absent texts are null. */
    readonly derive: (texts: Readonly<Record<string, string | null>>) => Readonly<Record<string, Buffer | null>>;
    readonly columns: readonly string[];
  };
}
