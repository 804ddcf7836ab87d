import type { ClientBase } from 'pg';
import { QueryRunnerAlreadyReleasedError, type EntityManager } from 'typeorm';
import { toTransaction, type Transaction } from '../transaction.ts';

/**
 * One transaction for entities and for SQL of our own (an event, a notice): both go over one connection, are committed with what `work`
 * returns and rolled back with what it throws. Where the connection is lost meanwhile, that is what is thrown.
 *
 * @param source the DataSource, or the manager of a repository
 */
export const inEntityTransaction = <Result>(
  source: Pick<EntityManager, 'transaction'>,
  work: (entities: EntityManager, transaction: Transaction) => Promise<Result>,
): Promise<Result> =>
  source
    .transaction(async (entities) => {
      // TypeORM leaves open which driver's connection its runner holds; ours is always of pg.
      const client = (await entities.queryRunner?.connect()) as ClientBase;
      return work(entities, toTransaction(client));
    })
    .catch((error: unknown) => {
      throw toLost(error);
    });

/** TypeORM gives a lost connection back by itself, and then says no more than that it is gone. */
const toLost = (error: unknown): unknown =>
  error instanceof QueryRunnerAlreadyReleasedError
    ? new Error('Connection terminated within a transaction', { cause: error })
    : error;
