import type { Batch, Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { setTimeout as delay } from 'node:timers/promises';
import type {
  BatchDelivery,
  ConsumerHandlers,
  ConsumerOptions,
  ConsumerPort,
  Position,
  TopicPartition,
} from '../client/kafka-client.port.ts';
import { FetchContinuity } from './fetch-continuity.ts';
import { ClusterAway } from '../client/cluster-away.ts';
import { ProgressWatchdog } from './progress-watchdog.ts';
import { toFetchedBatch } from './to-fetched-batch.ts';
import { isKafkajsError, orPortError, toPortError } from './to-port-error.ts';

const mebibyte = 1_048_576;
const stopTimeoutMs = 4_000;

/** kafkajs's consumer as the port wants it: positions come from outside, nothing is committed or resolved by itself. */
export class KafkajsConsumer implements ConsumerPort {
  readonly #consumer: Consumer;
  readonly #continuity = new FetchContinuity();
  readonly #watchdog: ProgressWatchdog;
  #handlers: ConsumerHandlers | undefined;
  #joins = 0;
  /** Calls of ours that have not answered yet. */
  #inHand = 0;
  #ended = false;

  constructor(
    kafka: Kafka,
    private readonly options: ConsumerOptions,
  ) {
    const maxBytesPerPartition = options.maxBytesPerPartition ?? 4 * mebibyte;
    this.#consumer = kafka.consumer({
      groupId: options.groupId,
      sessionTimeout: options.sessionTimeoutMs ?? 15_000,
      rebalanceTimeout: 15_000,
      heartbeatInterval: options.heartbeatIntervalMs ?? 1_000,
      maxBytesPerPartition,
      maxBytes: maxBytesPerPartition * (options.partitionsConsumedConcurrently ?? 3),
      minBytes: 1,
      maxWaitTimeInMs: options.maxWaitTimeMs ?? 1_000,
      allowAutoTopicCreation: false,
      // a crashed consumer is reported, its owner decides: kafkajs's own restart would hide it
      retry: { restartOnFailure: () => Promise.resolve(false) },
    });
    this.#watchdog = new ProgressWatchdog(options.progressTimeoutMs ?? 60_000, (silentForMs) => {
      const stalled = new Error(`no progress for ${Math.round(silentForMs / 1000)} s`);
      this.#crash(this.#inHand > 0 ? stalled : new ClusterAway(stalled));
    });
  }

  async start(handlers: ConsumerHandlers): Promise<void> {
    this.#handlers = handlers;
    this.#listen();
    await orPortError(this.#begin(handlers));
  }

  async #begin(handlers: ConsumerHandlers): Promise<void> {
    await this.#consumer.connect();
    await this.#consumer.subscribe({ topics: [...this.options.topics], fromBeginning: true });
    this.#watchdog.start();
    await this.#consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: this.options.partitionsConsumedConcurrently ?? 3,
      eachBatch: (payload) => this.#whileInHand(() => this.#handle(payload, handlers)),
    });
  }

  seek({ topic, partition, offset }: Position): void {
    this.#continuity.expect({ topic, partition, offset });
    this.#consumer.seek({ topic, partition, offset: offset.toString() });
  }

  pause(partitions: readonly TopicPartition[]): void {
    this.#consumer.pause(partitions.map(({ topic, partition }) => ({ topic, partitions: [partition] })));
  }

  resume(partitions: readonly TopicPartition[]): void {
    this.#consumer.resume(partitions.map(({ topic, partition }) => ({ topic, partitions: [partition] })));
  }

  async stop(): Promise<void> {
    this.#ended = true;
    this.#watchdog.stop();
    // with the cluster away kafkajs goes on trying to say goodbye for minutes; the session's end says it too
    await Promise.race([this.#consumer.disconnect(), delay(stopTimeoutMs, undefined, { ref: false })]);
  }

  #listen(): void {
    const { events } = this.#consumer;
    const touch = (): void => {
      this.#watchdog.touch();
    };
    this.#consumer.on(events.FETCH, touch);
    this.#consumer.on(events.GROUP_JOIN, ({ payload }) => {
      touch();
      this.#join(payload.memberAssignment);
    });
    this.#consumer.on(events.END_BATCH_PROCESS, ({ payload }) => {
      touch();
      if (payload.batchSize === 0)
        this.#passOver({ topic: payload.topic, partition: payload.partition, offset: BigInt(payload.lastOffset) + 1n });
    });
    this.#consumer.on(events.CRASH, ({ payload }) => {
      this.#crash(payload.error);
    });
  }

  /** Records that were all filtered out never reach `eachBatch`, yet kafkajs moves past them. */
  #passOver(position: Position): void {
    if (this.#continuity.find(position) === undefined) return;
    this.#continuity.expect(position);
    this.#handlers?.onPassedOver(position);
  }

  /** Runs in the same tick as the join, before the first fetch: so nothing is read until the positions are known. */
  #join(assignment: Readonly<Record<string, number[]>>): void {
    if (this.#ended) return;
    this.#joins += 1;
    const partitions = Object.entries(assignment).flatMap(([topic, numbers]) =>
      numbers.map((partition) => ({ topic, partition })),
    );
    this.#continuity.clear();
    this.pause(partitions);
    const join = this.#joins;
    void this.#whileInHand(() => this.#assign(join, partitions));
  }

  async #whileInHand(work: () => Promise<void>): Promise<void> {
    this.#inHand += 1;
    try {
      await work();
    } finally {
      this.#inHand -= 1;
    }
  }

  async #assign(join: number, partitions: readonly TopicPartition[]): Promise<void> {
    try {
      const positions = (await this.#handlers?.onAssigned(partitions)) ?? [];
      // a later join has its own answer
      if (this.#ended || join !== this.#joins) return;
      for (const position of positions) this.seek(position);
      this.resume(positions);
    } catch (error) {
      this.#crash(error);
    }
  }

  async #handle(payload: EachBatchPayload, handlers: ConsumerHandlers): Promise<void> {
    const { batch } = payload;
    const isStale = (): boolean => this.#ended || payload.isStale() || !payload.isRunning();
    if (isStale()) return;
    const fetchedOffset = readFetchedOffset(batch);
    const lost = this.#continuity.findJump(batch, fetchedOffset);
    if (lost !== undefined) {
      this.pause([lost]);
      handlers.onOffsetOutOfRange(lost);
      return;
    }
    try {
      await handlers.onBatch(this.#toDelivery(payload, fetchedOffset, isStale));
    } catch (error) {
      // kafkajs must see its own errors (a rebalance); any other is a crash, where it would retry and lose the cause
      if (isKafkajsError(Object(error) as object)) throw error;
      this.#crash(error);
    }
  }

  #toDelivery(payload: EachBatchPayload, fetchedOffset: bigint, isStale: () => boolean): BatchDelivery {
    const { topic, partition } = payload.batch;
    return {
      batch: toFetchedBatch(payload.batch, fetchedOffset),
      heartbeat: () => payload.heartbeat(),
      isStale,
      resolve: (offset) => {
        this.#watchdog.touch();
        payload.resolveOffset((offset - 1n).toString());
        this.#continuity.expect({ topic, partition, offset });
      },
      commitHint: (offset) => {
        const topics = [{ topic, partitions: [{ partition, offset: offset.toString() }] }];
        payload.commitOffsetsIfNecessary({ topics }).catch(() => undefined);
      },
    };
  }

  #crash(error: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#watchdog.stop();
    // not waited for: a crash may be raised inside a batch, which `disconnect` waits for
    this.#consumer.disconnect().catch(() => undefined);
    this.#handlers?.onCrash(toPortError(error));
  }
}

// kafkajs's Batch carries `fetchedOffset`; its types forget it
const readFetchedOffset = (batch: Batch): bigint => BigInt((batch as Batch & { fetchedOffset: string }).fetchedOffset);
