/**
 * Rows to columns, for `INSERT … SELECT * FROM unnest($1::text[], $2::bigint[], …)`: one statement for a thousand rows.
 *
 * @returns one array per key, in the order of `keys`; an absent value becomes `null`
 */
export function toColumns<Row extends object>(rows: readonly Row[], keys: readonly (keyof Row)[]): unknown[][] {
  return keys.map((key) => rows.map((row) => row[key] ?? null));
}
