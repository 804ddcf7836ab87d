import type { Transaction, Transactions } from './transaction.ts';

/** The part of TypeORM's `DataSource` used here, so that this library does not depend on it. */
export interface DataSourceLike {
  createQueryRunner(): QueryRunnerLike;
}

export interface QueryRunnerLike {
  connect(): Promise<unknown>;
  startTransaction(): Promise<void>;
  commitTransaction(): Promise<void>;
  rollbackTransaction(): Promise<void>;
  release(): Promise<void>;
  query(sql: string, parameters: unknown[], structured: true): Promise<{ records: unknown[] }>;
}

/** Transactions over a TypeORM data source. */
export const createTypeormTransactions = (dataSource: DataSourceLike): Transactions => ({
  async run(work) {
    const runner = dataSource.createQueryRunner();
    try {
      await runner.connect();
      await runner.startTransaction();
      const result = await work(toTransaction(runner));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // the connection may be gone; the first error is the one to tell
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  },
});

const toTransaction = (runner: QueryRunnerLike): Transaction => ({
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const { records } = await runner.query(sql, [...parameters], true);
    return records as Row[];
  },
});
