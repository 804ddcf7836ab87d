import type { Transaction } from '@motcua/kafka';
import type { QueryResultRow } from 'pg';
import type { Queryable } from './queryable.ts';

/** A transaction as the Kafka transport's stores take it: the same, but that they leave the type of a row to the caller. */
export const toTransportTransaction = (database: Queryable): Transaction => ({
  async query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    return (await database.query<QueryResultRow>(sql, parameters)) as Row[];
  },
});
