import type { Transaction } from '@motcua/postgres';

/** Opens transactions. Each call takes one connection from the pool it stands on. */
export interface Transactions {
  /** Commits what `work` did when it resolves, rolls back and rejects with its error when it rejects. */
  run<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
}

export type { Transaction };
