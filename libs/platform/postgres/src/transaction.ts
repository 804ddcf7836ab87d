import type { ClientBase, QueryResultRow } from 'pg';

/** SQL with a name is prepared once a connection and planned once; give hot statements one. */
export type Statement = string | { readonly name: string; readonly text: string };

/** What answers rows: a transaction, or a pool seen by `toTransaction`. bigint and numeric arrive as strings, timestamps as Date. */
export interface Queryable {
  query<Row extends QueryResultRow>(statement: Statement, parameters?: readonly unknown[]): Promise<Row[]>;
}

/**
 * What a store needs of a transaction, passed as an argument, never ambient. `query` gives the rows, `execute` the number of rows
 * touched.
 */
export interface Transaction extends Queryable {
  execute(statement: Statement, parameters?: readonly unknown[]): Promise<number>;
}

/**
 * The same view of any pg client or pool; with a pool, or outside BEGIN, each statement is its own transaction.
 *
 * @param answerWithinMs how long each statement is waited for; absent: as the client or pool does
 */
export function toTransaction(client: Pick<ClientBase, 'query'>, answerWithinMs?: number): Transaction {
  // pg reads it of a statement too, which its types do not say.
  const deadline = answerWithinMs === undefined ? {} : { query_timeout: answerWithinMs };
  const run = <Row extends QueryResultRow>(statement: Statement, parameters: readonly unknown[] = []) => {
    const config = typeof statement === 'string' ? { text: statement } : { name: statement.name, text: statement.text };
    return client.query<Row>({ ...config, ...deadline, values: [...parameters] });
  };
  return {
    query: async <Row extends QueryResultRow>(statement: Statement, parameters?: readonly unknown[]) =>
      (await run<Row>(statement, parameters)).rows,
    execute: async (statement, parameters) => (await run(statement, parameters)).rowCount ?? 0,
  };
}
