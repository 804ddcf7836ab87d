import { inTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { Transactions } from './transaction.ts';

/** Transactions over a `pg` pool. */
export const createPgTransactions = (pool: Pool): Transactions => ({ run: (work) => inTransaction(pool, work) });
