import { setTimeout as delay } from 'node:timers/promises';
import type { BatchDelivery, Position, TopicPartition } from '../client/kafka-client.port.ts';
import { toKey } from '../client/to-key.ts';
import { silentLog, type TransportLog } from '../client/transport-log.ts';
import { toReason } from '../dead-letters/storable-text.ts';
import { checkPosition, refuseUnknownPartition, type PositionRefusal } from '../offsets/check-position.ts';
import { ConsumerOffsetStore } from '../offsets/consumer-offset.store.ts';
import type { BatchProjection } from '../projection/batch-projection.ts';
import { ChunkProcessor, type ChunkResult } from './chunk-processor.ts';
import { cutIntoChunks, type Chunk } from './chunk.ts';
import { isRefusal } from './claim-partition.ts';
import { createClaimer } from './create-claimer.ts';
import { defaultFuseLimits } from './fuse.ts';
import { LastingConsumer } from './lasting-consumer.ts';
import { listAllOffsets, type PartitionClaimer } from './partition-claimer.ts';
import { toPosition, type PartitionProgress } from './partition-progress.ts';
import type { ProjectionRunnerOptions } from './projection-runner.options.ts';
import { RateMeter } from './rate-meter.ts';
import { refreshProgress, type Finding } from './refresh-progress.ts';
import { defaultTransientRetry, type TransientRetry } from './retry-transient.ts';
import { toTransportStatus, type TransportState, type TransportStatus } from './transport-status.ts';
import { untilCured } from './until-cured.ts';
import { withHeartbeat } from './with-heartbeat.ts';

/** kafkajs hears of a rebalance between two fetches alone. */
const hearsSoon = { heartbeatIntervalMs: 500, maxWaitTimeMs: 500 };

/** Runs one projection: claims partitions, feeds chunks to the processor, and keeps its status. */
export class ProjectionRunner<Value, Outcome> {
  readonly #projection: BatchProjection<Value, Outcome>;
  readonly #processor: ChunkProcessor<Value, Outcome>;
  readonly #offsets: ConsumerOffsetStore;
  /** Of the present run; one that was refused begins another when it is cured. */
  #consumer: LastingConsumer | undefined;
  readonly #stopping = new AbortController();
  readonly #log: TransportLog;
  readonly #rate = new RateMeter();
  readonly #retry: TransientRetry;
  #currentClaimer: PartitionClaimer | undefined;
  #progress = new Map<string, PartitionProgress>();
  #state: TransportState = 'starting';
  #reason: string | undefined;
  #hasCaughtUp = false;
  #refreshTimer: NodeJS.Timeout | undefined;
  /** Of the database when this process claimed first. */
  #timeline: string | undefined;

  constructor(private readonly options: ProjectionRunnerOptions<Value, Outcome>) {
    const { projection, transactions, schema } = options;
    this.#projection = projection;
    this.#log = options.log ?? silentLog;
    this.#retry = { ...defaultTransientRetry, ...options.retry };
    this.#offsets = new ConsumerOffsetStore(schema);
    const fuseLimits = { ...defaultFuseLimits, ...options.fuse };
    this.#processor = new ChunkProcessor({ projection, transactions, schema, fuseLimits, retry: this.#retry, log: this.#log });
  }

  get name(): string {
    return this.#projection.name;
  }

  /** Resolves when the consumer has joined its group, however long its cluster is away. Rejects when there is no such topic. */
  async start(): Promise<void> {
    const consumer = this.#createConsumer();
    this.#consumer = consumer;
    try {
      await consumer.start();
    } catch (error) {
      if (!this.#hasEnded()) this.#end('failed', toReason(error));
      throw error;
    }
    if (this.#hasEnded()) return;
    this.#refreshTimer = setInterval(() => {
      void this.#refresh();
    }, this.#refreshIntervalMs);
    this.#refreshTimer.unref();
  }

  get #refreshIntervalMs(): number {
    return this.options.refreshIntervalMs ?? 5_000;
  }

  #createConsumer(): LastingConsumer {
    const { client, consumer, groupId = this.name, neighbours } = this.options;
    const member = neighbours === undefined ? consumer : { ...hearsSoon, ...consumer, instance: neighbours.instance };
    return new LastingConsumer({
      projection: this.name,
      create: () => client.createConsumer({ ...member, groupId, topics: this.#projection.topics }),
      prepare: async () => {
        this.#currentClaimer = await this.#createClaimer();
        await neighbours?.beforeJoin(groupId);
      },
      handlers: {
        onAssigned: (partitions) => {
          neighbours?.noteJoin(groupId);
          return this.#assign(partitions);
        },
        onBatch: (delivery) => this.#handleBatch(delivery),
        onPassedOver: (position) => {
          const progress = this.#progress.get(toKey(position));
          if (progress !== undefined) progress.passedOver = position.offset;
          this.#noteCaughtUp();
        },
        onOffsetOutOfRange: (position) => {
          void this.#refuseLostPosition(position);
        },
      },
      onAway: ({ message }) => {
        [this.#state, this.#reason] = ['starting', message];
      },
      onCrash: (error) => {
        this.#fail(error);
      },
      log: this.#log,
    });
  }

  #createClaimer(): Promise<PartitionClaimer> {
    return createClaimer(this.options, { retry: this.#retry, isCancelled: () => this.#hasEnded() });
  }

  #claimer(): PartitionClaimer {
    if (this.#currentClaimer === undefined) throw new Error('partitions are assigned only after the start');
    return this.#currentClaimer;
  }

  /** Lets the transaction in hand end, leaves the group. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    if (!this.#hasEnded()) this.#end('stopped', undefined);
    await this.#consumer?.stop();
  }

  status(): TransportStatus {
    return toTransportStatus({
      projection: this.name,
      state: this.#state,
      reason: this.#reason,
      progress: [...this.#progress.values()],
      hasCaughtUp: this.#hasCaughtUp,
      messagesPerSecond: this.#rate.perSecond(),
      counters: this.#processor.counters,
    });
  }

  async #assign(partitions: readonly TopicPartition[]): Promise<readonly Position[]> {
    const claims = await this.#claimer().claim(partitions);
    const refusal = claims.find(isRefusal);
    if (refusal !== undefined) {
      this.#refuse(refusal);
      return [];
    }
    const claimed = claims.filter((it): it is PartitionProgress => !isRefusal(it));
    if (!claimed.every((it) => this.#isOfOneTimeline(it))) return [];
    this.#progress = new Map(claimed.map((it) => [toKey(it.cursor.identity), it]));
    if (this.#state === 'starting') {
      this.#state = 'running';
      this.#reason = undefined;
    }
    this.#noteCaughtUp();
    return claimed.map(toPosition);
  }

  async #handleBatch(delivery: BatchDelivery): Promise<void> {
    const { batch } = delivery;
    const progress = this.#progress.get(toKey(batch));
    if (progress === undefined || this.#hasEnded()) return;
    if (batch.endOffset > progress.endOffset) progress.endOffset = batch.endOffset;
    const chunks = cutIntoChunks(batch, progress.cursor.nextOffset, this.options.maxMessagesPerTransaction ?? 5_000);
    if (chunks.length === 0) delivery.resolve(batch.nextOffset);
    this.#processor.counters.batches += 1;
    for (const chunk of chunks) {
      if (this.#hasEnded() || delivery.isStale()) return;
      const result = await withHeartbeat(delivery, () => this.#processor.process(progress, chunk, () => delivery.heartbeat()));
      if (!(await this.#conclude(result, chunk, progress, delivery))) return;
    }
    delivery.commitHint(progress.cursor.nextOffset);
    this.#noteCaughtUp();
  }

  /** Answers whether to go on with the batch. */
  async #conclude(result: ChunkResult, chunk: Chunk, progress: PartitionProgress, delivery: BatchDelivery): Promise<boolean> {
    switch (result.kind) {
      case 'moved':
        this.#rate.add(chunk.messages.length);
        delivery.resolve(chunk.to);
        await delivery.heartbeat();
        return true;
      case 'fenced':
        await this.#reclaim(progress, delivery);
        return false;
      case 'fuse-blown':
        this.#stopConsuming('fused', result.reason);
        return false;
    }
  }

  /**
   * Someone else moved the cursor. If this member still owns the partition (a late claim of the former owner, a rebuild) it reads
   * on from where the cursor is now. The pause lets a heartbeat tell a member that has lost its place, so that two do not
   * take the partition from each other in turn.
   */
  async #reclaim(progress: PartitionProgress, delivery: BatchDelivery): Promise<void> {
    await delay(200 + Math.random() * 300);
    await delivery.heartbeat();
    if (this.#hasEnded() || delivery.isStale()) return;
    await this.#takeOver(progress);
  }

  async #takeOver(progress: PartitionProgress): Promise<void> {
    const { identity } = progress.cursor;
    const key = toKey(identity);
    if (this.#progress.get(key) !== progress) return;
    const [claimed] = await this.#claimer().claim([identity]);
    if (claimed === undefined || this.#progress.get(key) !== progress) return;
    if (isRefusal(claimed)) {
      this.#refuse(claimed);
      return;
    }
    if (!this.#isOfOneTimeline(claimed)) return;
    this.#progress.set(key, claimed);
    this.#consumer?.seek(toPosition(claimed));
  }

  /** What this process remembers of a database that was restored or failed over since, it may remember wrongly: it ends, to begin anew. */
  #isOfOneTimeline({ timeline }: PartitionProgress): boolean {
    this.#timeline ??= timeline;
    if (timeline === this.#timeline) return true;
    this.#fail(new Error('the database was restored or failed over while this process ran: it begins anew'));
    return false;
  }

  async #refresh(): Promise<void> {
    try {
      const ranges = await listAllOffsets(this.options.client.admin, this.#projection.topics);
      const looked = ranges.flatMap((range) => {
        const progress = this.#progress.get(toKey(range));
        return progress === undefined ? [] : [{ progress, range }];
      });
      if (this.#hasEnded()) return;
      const findings = await refreshProgress(looked, { transactions: this.options.transactions, offsets: this.#offsets });
      for (const finding of findings) await this.#concludeLook(finding);
    } catch (error) {
      this.#log.debug({ projection: this.name, reason: String(error) }, 'status not refreshed');
    }
  }

  async #concludeLook(finding: Finding): Promise<void> {
    if (this.#hasEnded()) return;
    if (finding.kind === 'lost') this.#refuse(finding.refusal);
    if (finding.kind === 'moved') await this.#takeOver(finding.progress);
  }

  #noteCaughtUp(): void {
    if (!this.#hasCaughtUp) this.#hasCaughtUp = this.status().caughtUp;
  }

  async #refuseLostPosition({ topic, partition, offset }: Position): Promise<void> {
    const ranges = await this.options.client.admin.listOffsets(topic).catch(() => []);
    const range = ranges.find((it) => it.partition === partition) ?? { topic, partition, begin: offset + 1n, end: offset + 1n };
    this.#refuse(checkPosition(this.name, offset, range) ?? refuseUnknownPartition(this.name, topic, partition));
  }

  #refuse({ code, detail }: PositionRefusal): void {
    this.#stopConsuming('refused', `${code}: ${detail}`);
  }

  /** The process lives on to say why; the group gives the partitions to others, who will find the same. */
  #stopConsuming(state: TransportState, reason: string): void {
    if (this.#hasEnded()) return;
    this.#log.error({ projection: this.name, state, reason }, 'projection stopped');
    this.#end(state, reason);
    // not waited for: this may run inside a batch, which `stop` waits for
    this.#consumer?.stop().catch(() => undefined);
    if (state === 'refused') void this.#goOnOnceCured();
  }

  /** A rebuild sets the position anew, in whatever process it runs: then this one reads on from there. */
  async #goOnOnceCured(): Promise<void> {
    const isCured = async (): Promise<boolean> => (await this.#createClaimer()).couldClaimAll(this.#projection.topics);
    const { signal } = this.#stopping;
    if (!(await untilCured(isCured, { everyMs: this.#refreshIntervalMs, signal }))) return;
    this.#log.info({ projection: this.name }, 'the position was set anew, the projection goes on');
    [this.#state, this.#reason, this.#progress] = ['starting', undefined, new Map<string, PartitionProgress>()];
    await this.start().catch(this.options.onFailure);
  }

  #fail(error: Error): void {
    if (this.#hasEnded()) return;
    this.#log.error({ projection: this.name, err: error }, 'projection failed');
    this.#end('failed', error.message);
    this.options.onFailure(error);
  }

  #end(state: TransportState, reason: string | undefined): void {
    this.#state = state;
    this.#reason = reason;
    clearInterval(this.#refreshTimer);
  }

  #hasEnded(): boolean {
    return this.#state !== 'starting' && this.#state !== 'running';
  }
}
