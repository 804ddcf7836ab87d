import type { IncomingMessage, TopicPartition } from '../client/kafka-client.port.ts';
import type { Transaction } from '../transactions/transaction.ts';
import type { AfterParkingRule } from './after-parking.ts';
import type { StepResult } from './step-result.ts';

export interface BatchItem<Value> {
  readonly message: IncomingMessage;
  readonly value: Value;
}

export interface BatchContext extends TopicPartition {
  readonly projection: string;
  /** `live` from the log; `replay` of a parked message, long after its neighbours; `rebuild` from the event table behind the topic. */
  readonly mode: 'live' | 'replay' | 'rebuild';
  /** Of a rebuild: when the projection last moved on in this partition (epoch milliseconds); null: it never read it. */
  readonly lastReadAt?: number | null;
}

/** What `apply` may ask of the transport. */
export interface ApplyContext extends BatchContext {
  /**
   * The item is wrong for good, which showed only when it was looked at closely: it is parked by this reason, and the others are applied
   * without it. The transaction is rolled back for that and run again, so that whatever this call of `apply` did or still does is
   * thrown away; it may name several items before it returns.
   *
   * @param step where it failed; `apply` unless told
   */
  readonly park: (item: BatchItem<unknown>, reason: string, step?: string) => void;
}

/** What a service implements: a pure step, and one application of many items in one transaction. */
export interface BatchProjection<Value = unknown, Outcome = unknown> {
  /** Names the projection in `consumer_offset` and `dlq_event`, and its consumer group. */
  readonly name: string;
  readonly topics: readonly string[];
  /** Default `continue`. */
  readonly afterParking?: AfterParkingRule;
  /** Whether `step` is asked about control records too (see `controlHeader`). Default false: they are passed over. */
  readonly takesControl?: boolean;
  /** Parse and judge one message. Pure and synchronous; a throw is a bug and counts as a dead letter of step `step`. */
  step(message: IncomingMessage): StepResult<Value>;
  /**
   * Write the items (never empty, in log order, one partition) in the transaction that moves the offset. It may be called again
   * with the same or fewer items (retry, search for poison), so it must keep nothing outside the transaction.
   */
  apply(transaction: Transaction, items: readonly BatchItem<Value>[], context: ApplyContext): Promise<Outcome>;
  /** After the commit, for wake-ups that may be lost. A failure is logged and changes nothing. */
  afterCommit?(outcome: Outcome, context: BatchContext): Promise<void> | void;
}
