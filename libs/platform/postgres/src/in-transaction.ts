import type { Pool, PoolClient } from 'pg';
import { isUnanswered } from './sql-state.ts';
import { toTransaction, type Transaction } from './transaction.ts';

export interface TransactionOptions {
  /** READ COMMITTED unless told; REPEATABLE READ gives one snapshot for several statements. */
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readonly readOnly?: boolean;
  /** Overrides the role's 5 s `transaction_timeout` for this transaction (PostgreSQL 17 on; earlier servers have none); 0: none. */
  readonly timeoutMs?: number;
}

/** The most that a transaction may ask for: a verification of everything, which reads as of one moment. Migrations wait for longer. */
export const longestTransactionMs = 15 * 60_000;

/** The server's own word about a time-out comes first. */
const answerMarginMs = 5_000;
/** The longest that a timer can be set to, 24 days. */
const noTimeout = 2 ** 31 - 1;

/**
 * Runs `work` in one transaction on a connection of its own: commits what it returns, rolls back what it throws.
 *
 * @throws whatever `work` or COMMIT throws; the connection is thrown away when even ROLLBACK fails
 */
export async function inTransaction<Result>(
  pool: Pool,
  work: (transaction: Transaction) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  if ((options.timeoutMs ?? 0) > longestTransactionMs)
    throw new Error(`migrations wait for no transaction longer than ${longestTransactionMs / 1_000} s`);
  const client = await pool.connect();
  let broken: Error | undefined;
  // The server may cut the connection between two statements (a timeout, a restart). The next statement says so; without a listener
  // the error event itself would end the process.
  const noteBroken = (error: Error): void => {
    broken = error;
  };
  client.on('error', noteBroken);
  try {
    await client.query(toBegin(options));
    if (options.timeoutMs !== undefined) await client.query(toTimeout(options.timeoutMs));
    const result = await work(toTransaction(client, toAnswerWithin(options)));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // Where nobody answers, nobody hears of a rollback.
    broken = isUnanswered(error) ? (error as Error) : ((await rollBack(client)) ?? broken);
    throw error;
  } finally {
    client.off('error', noteBroken);
    client.release(broken);
  }
}

function toAnswerWithin({ timeoutMs }: TransactionOptions): number | undefined {
  if (timeoutMs === undefined) return undefined;
  return timeoutMs === 0 ? noTimeout : timeoutMs + answerMarginMs;
}

function toBegin({ isolation, readOnly }: TransactionOptions): string {
  return `BEGIN${isolation === undefined ? '' : ` ISOLATION LEVEL ${isolation.toUpperCase()}`}${readOnly === true ? ' READ ONLY' : ''}`;
}

/**
 * One statement that older servers accept too: there the setting is absent and nothing is set. Switched off first: a timer that runs
 * is not set anew by another value.
 */
function toTimeout(timeoutMs: number): string {
  const value = String(Math.trunc(timeoutMs));
  return (
    `SELECT set_config(name, '0', true), set_config(name, '${value}', true) ` +
    `FROM pg_settings WHERE name = 'transaction_timeout'`
  );
}

async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
