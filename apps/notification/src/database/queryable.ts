/** A connection, a transaction or a pool (`onPool`) that answers rows. */
export interface Queryable {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}
