import { toBinaryNumbers, toBinaryUuids } from '@motcua/postgres';

export interface RowKey {
  readonly dossierId: string;
  /** Which of its responsibility intervals. */
  readonly index: number;
}

/** The columns by which stored rows are found, as two parameters: uuid[] and smallint[]. */
export const toRowKeys = (rows: readonly RowKey[]): [Buffer, Buffer] => {
  const indexes = rows.map(({ index }) => index);
  return [toBinaryUuids(rows.map(({ dossierId }) => dossierId)), toBinaryNumbers('smallint', indexes)];
};
