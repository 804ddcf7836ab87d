import type { Transaction } from '@motcua/postgres';
import type { EncryptedRow, EncryptedTable, RowCipher } from './encrypted-table.ts';

/** Rows in one transaction, which holds them: an officer who writes one of them hardly waits. */
const BATCH = 200;

export interface RotatedBatch {
  readonly rotated: number;
  /** Id of the last row that was looked at; undefined: there was none left. */
  readonly last: readonly string[] | undefined;
}

/** Writes the next rows anew that an older key wrote, in the order of their ids. Rows that somebody is writing at this moment are waited for. */
export async function rotateBatch(
  transaction: Transaction,
  cipher: RowCipher,
  table: EncryptedTable,
  after: readonly string[] | undefined,
): Promise<RotatedBatch> {
  const rows = await listRows(transaction, cipher, table, after);
  const last = rows.at(-1);
  if (last === undefined) return { rotated: 0, last: undefined };
  await writeRows(
    transaction,
    table,
    rows.map((row) => ({ ...idOf(table, row), ...rewrite(cipher, table, row) })),
  );
  return { rotated: rows.length, last: Object.keys(table.id).map((column) => String(last[column])) };
}

/** `(a, b) > ($2::uuid, $3::int4)` and the like. */
async function listRows(
  transaction: Transaction,
  cipher: RowCipher,
  { table, id, keyId, columns, derived }: EncryptedTable,
  after: readonly string[] | undefined,
): Promise<EncryptedRow[]> {
  const ids = Object.keys(id);
  const parameters: unknown[] = [cipher.activeKeyId];
  const isOld = [`${keyId} <> $1`];
  if (derived !== undefined) isOld.push(`${derived.keyId} <> $${parameters.push(derived.activeKeyId)}`);
  const isAfter =
    after === undefined
      ? 'true'
      : `(${ids.join(', ')}) > (${Object.values(id)
          .map((type, index) => `$${parameters.push(after[index])}::${type}`)
          .join(', ')})`;
  return transaction.query(
    `SELECT ${[...ids, keyId, ...columns].join(', ')} FROM ${table} WHERE ${isAfter} AND (${isOld.join(' OR ')})
     ORDER BY ${ids.join(', ')} LIMIT ${BATCH} FOR UPDATE`,
    parameters,
  );
}

function rewrite(cipher: RowCipher, { keyId, columns, place, derived }: EncryptedTable, row: EncryptedRow): EncryptedRow {
  const texts = Object.fromEntries(
    columns.map((column) => {
      const stored = row[column];
      return [column, Buffer.isBuffer(stored) ? cipher.decrypt(stored, place(row, column), String(row[keyId])) : null];
    }),
  );
  const written = columns.map((column) => {
    const text = texts[column] ?? null;
    return [column, text === null ? null : cipher.encrypt(text, place(row, column))] as const;
  });
  return {
    [keyId]: cipher.activeKeyId,
    ...Object.fromEntries(written),
    ...(derived === undefined ? {} : { [derived.keyId]: derived.activeKeyId, ...derived.derive(texts) }),
  };
}

const idOf = ({ id }: EncryptedTable, row: EncryptedRow): EncryptedRow =>
  Object.fromEntries(Object.keys(id).map((column) => [column, row[column]]));

async function writeRows(
  transaction: Transaction,
  { table, id, keyId, columns, derived }: EncryptedTable,
  rows: readonly EncryptedRow[],
) {
  const types: Readonly<Record<string, string>> = {
    ...id,
    ...Object.fromEntries(columns.map((column) => [column, 'bytea'])),
    [keyId]: 'text',
    ...(derived === undefined ? {} : { [derived.keyId]: 'text' }),
    ...Object.fromEntries((derived?.columns ?? []).map((column) => [column, 'bytea'])),
  };
  const all = Object.keys(types);
  const ids = Object.keys(id);
  const values = all.map((column, index) => `$${index + 1}::${types[column] ?? 'text'}[]`);
  await transaction.execute(
    `UPDATE ${table} t SET ${all
      .filter((column) => !ids.includes(column))
      .map((column) => `${column} = anew.${column}`)
      .join(', ')}
     FROM unnest(${values.join(', ')}) AS anew (${all.join(', ')}) WHERE ${ids.map((column) => `t.${column} = anew.${column}`).join(' AND ')}`,
    all.map((column) => rows.map((row) => row[column] ?? null)),
  );
}
