import type { IncomingMessage } from '../client/kafka-client.port.ts';
import type { TransportLog } from '../client/transport-log.ts';
import { DeadLetterStore, findKeyText } from '../dead-letters/dead-letter.store.ts';
import { toReason } from '../dead-letters/storable-text.ts';
import { ConsumerOffsetStore } from '../offsets/consumer-offset.store.ts';
import { mayHoldKeys, maySupersede, type AfterParkingRule } from '../projection/after-parking.ts';
import type { BatchContext, BatchProjection } from '../projection/batch-projection.ts';
import { classifyError } from '../projection/classify-error.ts';
import { applyOrPark, ItemsParked, type Poison } from '../projection/parked-items.ts';
import type { Transaction, Transactions } from '../transactions/transaction.ts';
import { BatchSize, tookTooLong } from './batch-size.ts';
import { halve, type Chunk } from './chunk.ts';
import { intactFuse, type FuseLimits, type FuseState } from './fuse.ts';
import { createCounters, type PartitionProgress, type ProjectionCounters } from './partition-progress.ts';
import { holdBack, planChunk, watchPlan, type ChunkPlan } from './plan-chunk.ts';
import { retryTransient, type TransientRetry } from './retry-transient.ts';

export type ChunkResult =
  | { readonly kind: 'moved' }
  /** Another owner claimed the partition, or a rebuild moved its cursor. Nothing was written. */
  | { readonly kind: 'fenced' }
  /** Nothing of the chunk at hand was written. */
  | { readonly kind: 'fuse-blown'; readonly reason: string };

export interface ChunkProcessorOptions<Value, Outcome> {
  readonly projection: BatchProjection<Value, Outcome>;
  readonly transactions: Transactions;
  readonly schema: string;
  readonly fuseLimits: FuseLimits;
  readonly retry: TransientRetry;
  readonly log: TransportLog;
  /** Present: the messages are those of an event table, and what is parked of the log holds none of them back. */
  readonly rebuild?: Required<Pick<BatchContext, 'lastReadAt'>>;
}

interface Written<Value, Outcome> {
  readonly plan: ChunkPlan<Value>;
  readonly outcome: Outcome | undefined;
  readonly superseded: number;
}

/** A transaction of several messages lasted longer than the server lets one. */
class TooLong extends Error {
  override readonly name = 'TooLong';
}

/** The one place that acts on results: applies, parks and moves the cursor in one transaction, and finds poison by halving. */
export class ChunkProcessor<Value, Outcome> {
  readonly counters: ProjectionCounters = createCounters();
  readonly #offsets: ConsumerOffsetStore;
  readonly #deadLetters: DeadLetterStore;
  #fuse: FuseState = intactFuse;
  readonly #size = new BatchSize();
  readonly #suspects = new WeakSet<IncomingMessage>();

  constructor(private readonly options: ChunkProcessorOptions<Value, Outcome>) {
    this.#offsets = new ConsumerOffsetStore(options.schema);
    this.#deadLetters = new DeadLetterStore(options.schema);
  }

  /**
   * Handles the messages of `chunk` and leaves `progress` at the end of what is committed (the whole chunk when `moved`).
   * `keepAlive` runs between attempts and may reject to give up. Rejects with what is neither transient nor bad data.
   */
  async process(
    progress: PartitionProgress,
    chunk: Chunk,
    keepAlive: () => Promise<void>,
    poison: Poison = new Map(),
  ): Promise<ChunkResult> {
    if (chunk.messages.length > Math.max(1, this.#size.limit)) return this.#processHalves(progress, chunk, keepAlive, poison);
    const plan = planChunk(this.options.projection, chunk.messages, { poison, orphaned: progress.orphaned ?? new Map() });
    const { fuse, blown } = watchPlan(this.#fuse, plan, this.options.fuseLimits);
    if (blown !== undefined) return { kind: 'fuse-blown', reason: `${blown}; the last: ${plan.parkings.at(-1)?.reason ?? ''}` };
    try {
      const written = await this.#writeWithRetry(progress, chunk, plan, keepAlive);
      if (written === undefined) return this.#fenced(progress);
      this.#fuse = fuse;
      this.#size.noteMoved();
      await this.#settle(progress, chunk, written);
      return { kind: 'moved' };
    } catch (error) {
      if (error instanceof TooLong) {
        this.#shrink(chunk, error);
        await keepAlive();
        return await this.#processHalves(progress, chunk, keepAlive, poison);
      }
      if (error instanceof ItemsParked) {
        await keepAlive();
        return await this.process(progress, chunk, keepAlive, new Map([...poison, ...error.poison]));
      }
      if (classifyError(error) !== 'data' || plan.items.length === 0) throw error;
      await keepAlive();
      return await this.#isolatePoison(progress, chunk, plan, keepAlive, poison, error);
    }
  }

  /**
   * Some item does not pass. More than one left: each half for itself, in order. One left: it is poison if it fails twice alone
   * (a unique or foreign key may also be violated by a neighbour partition's transaction, once).
   */
  async #isolatePoison(
    progress: PartitionProgress,
    chunk: Chunk,
    { items }: ChunkPlan<Value>,
    keepAlive: () => Promise<void>,
    poison: Poison,
    error: unknown,
  ): Promise<ChunkResult> {
    const [first, second] = items;
    if (first !== undefined && second === undefined) {
      const isProven = this.#suspects.has(first.message);
      this.#suspects.add(first.message);
      return this.process(
        progress,
        chunk,
        keepAlive,
        isProven ? new Map([...poison, [first.message.offset, { reason: toReason(error), step: 'apply' }]]) : poison,
      );
    }
    return this.#processHalves(progress, chunk, keepAlive, poison);
  }

  /** Each half for itself, in order. */
  async #processHalves(
    progress: PartitionProgress,
    chunk: Chunk,
    keepAlive: () => Promise<void>,
    poison: Poison,
  ): Promise<ChunkResult> {
    const [left, right] = halve(chunk);
    const result = await this.process(progress, left, keepAlive, poison);
    return result.kind === 'moved' ? this.process(progress, right, keepAlive, poison) : result;
  }

  #shrink({ messages }: Chunk, error: TooLong): void {
    this.#size.shrink(messages.length);
    this.options.log.warn(
      {
        projection: this.options.projection.name,
        messages: messages.length,
        limit: this.#size.limit,
        reason: toReason(error.cause),
      },
      'a batch transaction lasted too long: smaller ones from now on',
    );
  }

  #writeWithRetry(
    progress: PartitionProgress,
    chunk: Chunk,
    plan: ChunkPlan<Value>,
    keepAlive: () => Promise<void>,
  ): Promise<Written<Value, Outcome> | undefined> {
    return retryTransient(
      () => this.#writeInTime(progress, chunk, plan),
      async (error, attempt) => {
        this.counters.retries += 1;
        this.options.log.warn(
          { projection: this.options.projection.name, attempt, reason: toReason(error) },
          'batch transaction retried',
        );
        await keepAlive();
      },
      this.options.retry,
    );
  }

  /** @throws TooLong where half as many messages may pass: run again as it is, the transaction would fail for ever */
  async #writeInTime(
    progress: PartitionProgress,
    chunk: Chunk,
    plan: ChunkPlan<Value>,
  ): Promise<Written<Value, Outcome> | undefined> {
    const startedAt = performance.now();
    try {
      return await this.options.transactions.run((transaction) => this.#write(transaction, progress, chunk, plan));
    } catch (error) {
      if (chunk.messages.length > 1 && tookTooLong(error, performance.now() - startedAt)) throw new TooLong('', { cause: error });
      throw error;
    }
  }

  /** Undefined: the cursor is not ours any more. Moving it comes first, because the row's lock keeps every other owner out. */
  async #write(
    transaction: Transaction,
    progress: PartitionProgress,
    chunk: Chunk,
    planned: ChunkPlan<Value>,
  ): Promise<Written<Value, Outcome> | undefined> {
    const { projection } = this.options;
    const { identity } = progress.cursor;
    if (!(await this.#offsets.move(transaction, progress.cursor, chunk.to))) return undefined;
    const plan = await this.#hold(transaction, progress, planned);
    if (plan.parkings.length > 0) await this.#deadLetters.park(transaction, identity, plan.parkings);
    if (plan.items.length === 0) return { plan, outcome: undefined, superseded: 0 };
    const outcome = await applyOrPark(this.#toContext(progress), (context) => projection.apply(transaction, plan.items, context));
    const mayBeParked = progress.parked + plan.parkings.length > 0;
    const superseded =
      maySupersede(this.#afterParking) && mayBeParked
        ? await this.#deadLetters.supersede(
            transaction,
            identity,
            plan.items.map(({ message }) => message),
          )
        : 0;
    return { plan, outcome, superseded };
  }

  async #hold(transaction: Transaction, progress: PartitionProgress, plan: ChunkPlan<Value>): Promise<ChunkPlan<Value>> {
    const rule = this.#afterParking;
    if (!mayHoldKeys(rule) || progress.parked + plan.parkings.length === 0) return plan;
    const keys = new Set(plan.items.map(({ message }) => findKeyText(message)).filter((key) => key !== null));
    const { identity } = progress.cursor;
    const isRebuild = this.options.rebuild !== undefined;
    return holdBack(plan, await this.#deadLetters.listHeldKeys(transaction, identity, [...keys], { rule, isRebuild }), rule);
  }

  async #settle(
    progress: PartitionProgress,
    chunk: Chunk,
    { plan, outcome, superseded }: Written<Value, Outcome>,
  ): Promise<void> {
    const { counters } = this;
    progress.cursor = { ...progress.cursor, nextOffset: chunk.to };
    progress.movedAt = Date.now();
    progress.parked = Math.max(0, progress.parked + plan.parkings.length - superseded);
    counters.transactions += 1;
    counters.messages += chunk.messages.length;
    counters.applied += plan.items.length;
    counters.parked += plan.parkings.length;
    counters.superseded += superseded;
    for (const [reason, count] of plan.skipped) counters.skipped.set(reason, (counters.skipped.get(reason) ?? 0) + count);
    if (plan.parkings.length > 0) this.#reportParked(progress, plan);
    if (outcome !== undefined) await this.#runAfterCommit(progress, outcome);
  }

  async #runAfterCommit(progress: PartitionProgress, outcome: Outcome): Promise<void> {
    try {
      await this.options.projection.afterCommit?.(outcome, this.#toContext(progress));
    } catch (error) {
      this.options.log.warn({ projection: this.options.projection.name, reason: toReason(error) }, 'after-commit work failed');
    }
  }

  #reportParked({ cursor: { identity } }: PartitionProgress, { parkings }: ChunkPlan<Value>): void {
    const [first] = parkings;
    const { topic, partition, projection } = identity;
    this.options.log.error(
      {
        projection,
        topic,
        partition,
        count: parkings.length,
        offset: first?.message.offset.toString(),
        step: first?.step,
        reason: first?.reason,
      },
      'messages parked as dead letters',
    );
  }

  #fenced({ cursor: { identity } }: PartitionProgress): ChunkResult {
    this.counters.fenced += 1;
    const { projection, topic, partition } = identity;
    this.options.log.warn({ projection, topic, partition }, 'cursor moved by another owner, batch dropped');
    return { kind: 'fenced' };
  }

  get #afterParking(): AfterParkingRule {
    return this.options.projection.afterParking ?? 'continue';
  }

  #toContext({ cursor: { identity } }: PartitionProgress): BatchContext {
    const { projection, topic, partition } = identity;
    const { rebuild } = this.options;
    return { projection, topic, partition, ...(rebuild === undefined ? { mode: 'live' } : { mode: 'rebuild', ...rebuild }) };
  }
}
