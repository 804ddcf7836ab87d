/** An open database transaction. Statements run on one connection, in order. */
export interface Transaction {
  /** `$1`-style parameters. Answers the rows (also of `… RETURNING`); none for plain writes. Rejects with the driver's error, SQLSTATE in `code`. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** Opens transactions. Each call takes one connection from the pool it stands on. */
export interface Transactions {
  /** Commits what `work` did when it resolves, rolls back and rejects with its error when it rejects. */
  run<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
}
