import type { IncomingMessage } from '../client/kafka-client.port.ts';
import { ConsumerOffsetStore, type PartitionIdentity } from '../offsets/consumer-offset.store.ts';
import { holdsKey, mayHoldKeys, type AfterParkingRule } from '../projection/after-parking.ts';
import type { BatchContext, BatchProjection } from '../projection/batch-projection.ts';
import { classifyError } from '../projection/classify-error.ts';
import { applyOrPark, ItemsParked } from '../projection/parked-items.ts';
import type { Transaction, Transactions } from '../transactions/transaction.ts';
import type { DeadLetter, DeadLetterDetail, DeadLetterFilter, DeadLetterPage } from './dead-letter.ts';
import {
  findStoredDeadLetter,
  listDeadLetters,
  listEarlierParked,
  noteFailedAttempt,
  resolveDeadLetter,
  toDeadLetter,
  toDeadLetterDetail,
  type StoredDeadLetter,
} from './dead-letter.queries.ts';
import { toReason } from './storable-text.ts';

/** An expected "no". `dlq.still-failing`: replayed, failed again, still parked. `dlq.held`: it waits behind an earlier one of its key. */
export interface DeadLetterRefusal {
  readonly code: 'dlq.not-found' | 'dlq.not-parked' | 'dlq.projection-unknown' | 'dlq.still-failing' | 'dlq.held';
  readonly detail: string;
}

export type DeadLetterAnswer = DeadLetter | DeadLetterRefusal;

export const isDeadLetterRefusal = (answer: DeadLetterAnswer): answer is DeadLetterRefusal => 'code' in answer;

export interface DeadLetterOperationsOptions {
  readonly transactions: Transactions;
  readonly schema: string;
  /** Those whose messages can be replayed here. */
  readonly projections: () => readonly BatchProjection[];
}

/** What an operator does with parked messages; services expose it over HTTP. Works while the consumer runs, or without it. */
export class DeadLetterOperations {
  readonly #offsets: ConsumerOffsetStore;

  constructor(private readonly options: DeadLetterOperationsOptions) {
    this.#offsets = new ConsumerOffsetStore(options.schema);
  }

  list(filter: DeadLetterFilter = {}): Promise<DeadLetterPage> {
    return this.#run((transaction) => listDeadLetters(transaction, this.options.schema, filter));
  }

  async find(id: string): Promise<DeadLetterDetail | undefined> {
    const row = await this.#run((transaction) => findStoredDeadLetter(transaction, this.options.schema, id));
    return row === undefined ? undefined : toDeadLetterDetail(row);
  }

  /** Gives the message up. */
  drop(id: string, by: string): Promise<DeadLetterAnswer> {
    return this.#run(async (transaction) => {
      const row = await this.#lockParked(transaction, id);
      return 'code' in row ? row : this.#resolve(transaction, row, 'dropped', by);
    });
  }

  /**
   * Runs the message through the same step and `apply` again, in a transaction that holds the partition's cursor, so beside no
   * live batch. Rejects with errors that are not the message's fault.
   */
  async replay(id: string, by: string): Promise<DeadLetterAnswer> {
    try {
      return await this.#replay(id, by);
    } catch (error) {
      if (!(error instanceof ItemsParked) && classifyError(error) !== 'data') throw error;
      return this.#run((transaction) => this.#noteFailure(transaction, id, toReason(error)));
    }
  }

  async #replay(id: string, by: string): Promise<DeadLetterAnswer> {
    const wakeUps: (() => Promise<void> | void)[] = [];
    const answer = await this.#run(async (transaction) => {
      const row = await this.#lockParked(transaction, id);
      if ('code' in row) return row;
      const projection = this.options.projections().find(({ name }) => name === row.projection);
      if (projection === undefined) return refuse('dlq.projection-unknown', `no projection ${row.projection} runs here`);
      const holder = await this.#findHolder(transaction, row, projection.afterParking ?? 'continue');
      if (holder !== undefined) return refuse('dlq.held', `dead letter ${holder} of the same key comes first: replay or drop it`);
      const result = projection.step(toMessage(row));
      if (result.kind === 'dead-letter') return this.#noteFailure(transaction, id, `${result.step}: ${result.reason}`);
      if (result.kind === 'ok') {
        const context: BatchContext = { projection: row.projection, topic: row.topic, partition: row.partition, mode: 'replay' };
        const item = { message: toMessage(row), value: result.value };
        const outcome = await applyOrPark(context, (apply) => projection.apply(transaction, [item], apply));
        wakeUps.push(() => projection.afterCommit?.(outcome, context));
      }
      return this.#resolve(transaction, row, 'replayed', by);
    });
    // wake-ups may be lost, here as in the consumer
    for (const wakeUp of wakeUps) await Promise.resolve(wakeUp()).catch(() => undefined);
    return answer;
  }

  /** The cursor is locked before the row, in the order in which the consumer takes them. */
  async #lockParked(transaction: Transaction, id: string): Promise<StoredDeadLetter | DeadLetterRefusal> {
    const seen = await findStoredDeadLetter(transaction, this.options.schema, id);
    if (seen === undefined) return refuse('dlq.not-found', `there is no dead letter ${id}`);
    await this.#offsets.lock(transaction, toIdentity(seen));
    const row = await findStoredDeadLetter(transaction, this.options.schema, id, 'FOR UPDATE');
    return row?.status === 'parked' ? row : refuse('dlq.not-parked', `dead letter ${id} is ${row?.status ?? 'gone'}`);
  }

  /** The id of a parked message that this one waits behind: applied first, it would keep that from ever being applied. */
  async #findHolder(transaction: Transaction, row: StoredDeadLetter, rule: AfterParkingRule): Promise<string | undefined> {
    if (row.key === null || !mayHoldKeys(rule)) return undefined;
    const earlier = await listEarlierParked(transaction, this.options.schema, row);
    return earlier.find((parked) => holdsKey(rule, toMessage(parked)))?.id;
  }

  async #resolve(
    transaction: Transaction,
    row: StoredDeadLetter,
    status: 'dropped' | 'replayed',
    by: string,
  ): Promise<DeadLetterAnswer> {
    await resolveDeadLetter(transaction, this.options.schema, { id: row.id, status, by });
    const resolved = await findStoredDeadLetter(transaction, this.options.schema, row.id);
    return toDeadLetter(resolved ?? row);
  }

  async #noteFailure(transaction: Transaction, id: string, error: string): Promise<DeadLetterRefusal> {
    await noteFailedAttempt(transaction, this.options.schema, id, error);
    return refuse('dlq.still-failing', error);
  }

  #run<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return this.options.transactions.run(work);
  }
}

const refuse = (code: DeadLetterRefusal['code'], detail: string): DeadLetterRefusal => ({ code, detail });

const toIdentity = (row: StoredDeadLetter): PartitionIdentity => ({
  projection: row.projection,
  clusterId: row.cluster_id,
  topicId: row.topic_id,
  topic: row.topic,
  partition: row.partition,
});

const toMessage = (row: StoredDeadLetter): IncomingMessage => ({
  topic: row.topic,
  partition: row.partition,
  offset: BigInt(row.offset),
  key: row.key === null ? null : Buffer.from(row.key),
  value: row.payload,
  headers: row.headers,
  timestamp: row.published_at.getTime(),
});
