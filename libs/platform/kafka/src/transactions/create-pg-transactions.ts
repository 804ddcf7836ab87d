import type { Pool, PoolClient } from 'pg';
import type { Transaction, Transactions } from './transaction.ts';

/** Transactions over a `pg` pool. */
export const createPgTransactions = (pool: Pool): Transactions => ({
  async run(work) {
    const client = await pool.connect();
    let broken: Error | undefined;
    // a connection that dies between two statements has no query to reject; without a listener it would end the process
    const onError = (error: Error): void => {
      broken = error;
    };
    client.on('error', onError);
    try {
      return await runOn(client, work);
    } catch (error) {
      await client.query('ROLLBACK').catch((rollbackError: unknown) => {
        broken = rollbackError instanceof Error ? rollbackError : new Error(String(rollbackError));
      });
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  },
});

async function runOn<Result>(client: PoolClient, work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  await client.query('BEGIN');
  const result = await work({
    async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
      const { rows } = await client.query(sql, [...parameters]);
      return rows as Row[];
    },
  });
  await client.query('COMMIT');
  return result;
}
