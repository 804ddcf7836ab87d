import type { QueryResultRow } from 'pg';

/** A connection or a transaction that answers rows. */
export interface Queryable {
  query<Row extends QueryResultRow>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}
