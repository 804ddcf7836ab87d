import type { QueryResultRow } from 'pg';
import { toBinaryColumn } from '../binary-array.ts';
import type { Queryable } from '../transaction.ts';
import { typeOf, type BulkColumn, type BulkRow } from './bulk-column.ts';

interface Definition<Columns extends Readonly<Record<string, BulkColumn>>> {
  /** The table, with its schema where that is not on the search path. */
  readonly into: string;
  /** Every column that is written. */
  readonly columns: Columns;
  /** What a row that is there already is known by; absent: there is none, and one that is fails (23505). */
  readonly key?: readonly (keyof Columns & string)[];
  /** What becomes of a row that is there already. */
  readonly ifThere?: 'keep' | 'replace';
  /** Of `replace`: only where this holds, of `excluded` and the table by its name. */
  readonly replaceWhere?: string;
  /**
   * `key`: two that write the same rows take their locks in one order, and never wait for each other. `given`: where a sequence numbers
   * rows as they come. Unless told: by key where there is one.
   */
  readonly order?: 'key' | 'given';
  /** Columns that are answered of rows that were written, as SQL. */
  readonly returning?: string;
}

/** Writes rows in one statement. @returns what `returning` names, of what was written; without, nothing */
export type BulkInsert<Row> = <Returned extends QueryResultRow = never>(
  database: Queryable,
  rows: readonly Row[],
) => Promise<Returned[]>;

/** Many rows into one table by one statement: an array a column, whatever their number. No rows, no statement. */
export function createBulkInsert<const Columns extends Readonly<Record<string, BulkColumn>>>(
  definition: Definition<Columns>,
): BulkInsert<BulkRow<Columns>> {
  const text = toStatement(definition);
  const columns = Object.entries<BulkColumn>(definition.columns);
  return async <Returned extends QueryResultRow>(database: Queryable, rows: readonly BulkRow<Columns>[]) => {
    if (rows.length === 0) return [];
    return database.query<Returned>(
      text,
      columns.map(([name, column]) =>
        toBinaryColumn(
          typeOf(column),
          rows.map((row) => row[name] ?? null),
        ),
      ),
    );
  };
}

function toStatement<Columns extends Readonly<Record<string, BulkColumn>>>(definition: Definition<Columns>): string {
  const { into, key = [], order = key.length === 0 ? 'given' : 'key', returning } = definition;
  const columns = Object.entries<BulkColumn>(definition.columns);
  const names = columns.map(([name]) => name).join(', ');
  const values = columns.map(([name, column]) => (typeof column === 'string' ? name : column.toSql(`given.${name}`)));
  const arrays = columns.map(([, column], index) => `$${String(index + 1)}::${typeOf(column)}[]`);
  return [
    `INSERT INTO ${into} (${names}) SELECT ${values.join(', ')}`,
    `FROM unnest(${arrays.join(', ')}) WITH ORDINALITY AS given (${names}, given_place)`,
    `ORDER BY ${order === 'key' ? key.map((name) => `given.${name}`).join(', ') : 'given_place'}`,
    toConflict(definition),
    returning === undefined ? '' : `RETURNING ${returning}`,
  ].join('\n');
}

function toConflict<Columns extends Readonly<Record<string, BulkColumn>>>({
  columns,
  key = [],
  ifThere,
  replaceWhere,
}: Definition<Columns>): string {
  if (ifThere === undefined) return '';
  const target = `ON CONFLICT (${key.join(', ')})`;
  if (ifThere === 'keep') return `${target} DO NOTHING`;
  const replaced = Object.keys(columns).filter((name) => !key.includes(name));
  const assignments = replaced.map((name) => `${name} = excluded.${name}`).join(', ');
  return `${target} DO UPDATE SET ${assignments}${replaceWhere === undefined ? '' : ` WHERE ${replaceWhere}`}`;
}
