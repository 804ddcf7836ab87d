import type { Transaction as TransportTransaction } from '@motcua/kafka';
import type { Transaction } from '@motcua/postgres';
import type { QueryResultRow } from 'pg';

/** A transaction of ours as the stores take it, which work inside the Kafka transport's transactions too. */
export const toOwnTransaction = (transaction: Transaction): TransportTransaction => ({
  async query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    return (await transaction.query<QueryResultRow>(sql, parameters)) as Row[];
  },
});
