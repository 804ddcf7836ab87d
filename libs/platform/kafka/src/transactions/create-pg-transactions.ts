import { inTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { Transactions } from './transaction.ts';

/** Transactions over a `pg` pool. @param beginWith the first statement of each: a lock that must be held before anything is written */
export const createPgTransactions = (
  pool: Pool,
  { beginWith }: { readonly beginWith?: string | undefined } = {},
): Transactions => ({
  run: (work) =>
    inTransaction(pool, async (transaction) => {
      if (beginWith !== undefined) await transaction.query(beginWith);
      return work(transaction);
    }),
});
