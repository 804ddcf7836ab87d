import { randomUUID } from 'node:crypto';
import type {
  BatchDelivery,
  ConsumerPort,
  IncomingMessage,
  KafkaClientPort,
  Position,
  TopicPartition,
} from '../client/kafka-client.port.ts';
import { toKey } from '../client/to-key.ts';
import { silentLog, type TransportLog } from '../client/transport-log.ts';

export interface CompactedTopicReaderOptions {
  readonly client: KafkaClientPort;
  readonly topics: readonly string[];
  /** Called in log order per key; `null` deletes. A throw is a bug and ends the reader (`onFailure`). */
  readonly onRecord: (key: string, value: Buffer | null, message: IncomingMessage) => void;
  /** The client died: the process should end and be started again. */
  readonly onFailure: (error: Error) => void;
  readonly log?: TransportLog;
}

/**
 * Keeps a compacted topic in memory: reads it from the beginning at every start, then follows it. Every process reads every
 * partition, so each has a group of its own; nothing is committed, so the broker forgets an orphaned group by itself.
 */
export class CompactedTopicReader {
  readonly #groupId = `reader.${randomUUID()}`;
  readonly #consumer: ConsumerPort;
  readonly #log: TransportLog;
  /** What the topics held when the reader started; a partition leaves when it is read. */
  readonly #missing = new Map<string, bigint>();
  #resolveLoaded: () => void = () => undefined;
  #rejectLoaded: (error: Error) => void = () => undefined;
  readonly #loaded = new Promise<void>((resolve, reject) => {
    this.#resolveLoaded = resolve;
    this.#rejectLoaded = reject;
  });
  #isLoaded = false;
  #hasNoted = false;

  constructor(private readonly options: CompactedTopicReaderOptions) {
    this.#log = options.log ?? silentLog;
    this.#consumer = options.client.createConsumer({ groupId: this.#groupId, topics: options.topics });
    // whoever does not wait for `start` still hears of the failure through `onFailure`
    this.#loaded.catch(() => undefined);
  }

  /** True once everything that was there at the start has been handed to `onRecord`. */
  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** Resolves when everything that was there at the start has been read. */
  async start(): Promise<void> {
    await this.#noteEnds();
    await this.#consumer.start({
      onAssigned: (partitions) => this.#assign(partitions),
      onBatch: (delivery) => this.#read(delivery),
      onPassedOver: (position) => {
        this.#notePosition(position);
      },
      // the broker drops old records of a compacted topic as a matter of course: read all again
      onOffsetOutOfRange: (position) => {
        void this.#readAgain(position);
      },
      onCrash: (error) => {
        this.#rejectLoaded(error);
        this.options.onFailure(error);
      },
    });
    await this.#loaded;
  }

  async stop(): Promise<void> {
    await this.#consumer.stop();
    await this.options.client.admin.deleteGroup(this.#groupId).catch((error: unknown) => {
      this.#log.debug({ groupId: this.#groupId, reason: String(error) }, 'group left to expire');
    });
  }

  async #noteEnds(): Promise<void> {
    for (const topic of this.options.topics) {
      const ranges = await this.options.client.admin.listOffsets(topic);
      for (const range of ranges) if (range.end > range.begin) this.#missing.set(toKey(range), range.end);
    }
    this.#hasNoted = true;
    this.#checkLoaded();
  }

  async #assign(partitions: readonly TopicPartition[]): Promise<readonly Position[]> {
    return (await Promise.all(partitions.map((partition) => this.#findBeginning(partition)))).flat();
  }

  async #findBeginning({ topic, partition }: TopicPartition): Promise<Position[]> {
    const ranges = await this.options.client.admin.listOffsets(topic);
    return ranges.filter((range) => range.partition === partition).map(({ begin }) => ({ topic, partition, offset: begin }));
  }

  async #readAgain(lost: Position): Promise<void> {
    const beginnings = await this.#findBeginning(lost);
    for (const beginning of beginnings) this.#consumer.seek(beginning);
    this.#consumer.resume(beginnings);
  }

  async #read(delivery: BatchDelivery): Promise<void> {
    const { batch } = delivery;
    for (const message of batch.messages) {
      if (message.key !== null) this.options.onRecord(message.key.toString(), message.value, message);
    }
    delivery.resolve(batch.nextOffset);
    this.#notePosition({ topic: batch.topic, partition: batch.partition, offset: batch.nextOffset });
    await delivery.heartbeat();
  }

  #notePosition(position: Position): void {
    const end = this.#missing.get(toKey(position));
    if (end !== undefined && position.offset >= end) this.#missing.delete(toKey(position));
    this.#checkLoaded();
  }

  #checkLoaded(): void {
    if (!this.#hasNoted || this.#missing.size > 0 || this.#isLoaded) return;
    this.#isLoaded = true;
    this.#resolveLoaded();
  }
}
