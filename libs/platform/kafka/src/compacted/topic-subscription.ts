import { setTimeout as delay } from 'node:timers/promises';
import type { IncomingMessage, KafkaClientPort, NewTopic } from '../client/kafka-client.port.ts';
import type { TransportLog } from '../client/transport-log.ts';
import { untilKafkaAnswers } from '../client/until-kafka-answers.ts';
import { CompactedTopicReader } from './compacted-topic.reader.ts';

export interface TopicSubscriptionOptions {
  readonly client: KafkaClientPort;
  /** Made where they are missing. */
  readonly topics: readonly NewTopic[];
  /** Called in log order per key, again from the beginning where a reader died; `null` deletes. */
  readonly onRecord: (key: string, value: Buffer | null, message: IncomingMessage) => void;
  /** Everything has been read that was there when the reader began. */
  readonly onRead?: () => void;
  readonly log: TransportLog;
}

const STOP_GRACE_MS = 500;

/** Reads topics from their beginning and follows them for as long as the process runs, whatever becomes of Kafka meanwhile. */
export class TopicSubscription {
  readonly #stopping = new AbortController();
  #reader: CompactedTopicReader | undefined;
  #running: Promise<void> = Promise.resolve();
  /** Resolves when the reader at work has died. */
  #died: Promise<void> = Promise.resolve();
  #isRead = false;

  constructor(private readonly options: TopicSubscriptionOptions) {}

  /** True once everything has been read that was there at the start. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /** In the background: does not wait for Kafka. */
  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#reader?.stop();
    // An attempt that hangs on a dead broker is left to its fate.
    await Promise.race([this.#running, delay(STOP_GRACE_MS, undefined, { ref: false })]);
  }

  async #run(): Promise<void> {
    const { log: logger, onRead } = this.options;
    const { signal } = this.#stopping;
    const stopped = new Promise((resolve) => {
      signal.addEventListener('abort', resolve);
    });
    while (!this.#isStopping()) {
      await untilKafkaAnswers(() => this.#readToEnd(), { signal, logger });
      if (this.#isStopping()) return;
      this.#isRead = true;
      onRead?.();
      await Promise.race([this.#died, stopped]);
    }
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** Resolves at the end of what was there; the reader goes on. */
  async #readToEnd(): Promise<void> {
    const { client, topics, onRecord, log } = this.options;
    // A start that failed half-way left one behind.
    await this.#reader?.stop();
    await client.admin.createTopics(topics);
    this.#stopping.signal.throwIfAborted();
    this.#died = new Promise((resolve) => {
      const onFailure = (err: Error): void => {
        if (!this.#stopping.signal.aborted) log.warn({ err }, 'the reader of a topic died; another begins');
        resolve();
      };
      this.#reader = new CompactedTopicReader({ client, topics: topics.map(({ name }) => name), onRecord, onFailure, log });
    });
    await this.#reader?.start();
  }
}
