import { BaseRpcContext } from '@nestjs/microservices';
import type { ApplyContext } from '../projection/batch-projection.ts';
import type { Transaction } from '../transactions/transaction.ts';

/** What `@Ctx()` of a batch handler holds. */
export class BatchHandlerContext extends BaseRpcContext<[Transaction, ApplyContext]> {
  #afterCommit: (() => Promise<void> | void) | undefined;

  /** The transaction that moves the offset: whatever the handler writes goes through it. */
  get transaction(): Transaction {
    return this.args[0];
  }

  /** Projection, topic, partition and mode of this batch, and how one of its items is parked. */
  get batch(): ApplyContext {
    return this.args[1];
  }

  /** Work for after the commit (a wake-up that may be lost). Not run if the transaction fails. The last call counts. */
  afterCommit(work: () => Promise<void> | void): void {
    this.#afterCommit = work;
  }

  takeAfterCommit(): (() => Promise<void> | void) | undefined {
    return this.#afterCommit;
  }
}
