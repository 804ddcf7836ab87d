import { ClusterAway } from '../client/cluster-away.ts';
import type { ConsumerHandlers, ConsumerPort, Position } from '../client/kafka-client.port.ts';
import type { TransportLog } from '../client/transport-log.ts';
import { untilKafkaAnswers } from '../client/until-kafka-answers.ts';

export interface LastingConsumerOptions {
  /** Whose consumer it is, for the log. */
  readonly projection: string;
  /** A consumer that has not been started. */
  readonly create: () => ConsumerPort;
  /** Before each of them begins: what has to be asked of the cluster first. */
  readonly prepare: () => Promise<void>;
  readonly handlers: Omit<ConsumerHandlers, 'onCrash'>;
  /** The cluster does not answer, or not any more; it is waited for. */
  readonly onAway: (error: ClusterAway) => void;
  /** It has ended for another reason, and does not come back by itself. */
  readonly onCrash: (error: Error) => void;
  readonly log: TransportLog;
}

/** A consumer that outlives the absence of its cluster: when that is back another one begins, where the stored positions say. */
export class LastingConsumer {
  readonly #stopping = new AbortController();
  #consumer: ConsumerPort | undefined;

  constructor(private readonly options: LastingConsumerOptions) {}

  /** Resolves when a consumer has joined its group, or it is stopped; however long the cluster is away. Rejects with what is no absence. */
  async start(): Promise<void> {
    const isPassing = (error: Error): boolean => error instanceof ClusterAway;
    await untilKafkaAnswers(() => this.#begin(), { signal: this.#stopping.signal, logger: this.options.log, isPassing });
  }

  seek(position: Position): void {
    this.#consumer?.seek(position);
  }

  /** Leaves the group, once what is in hand has ended; waits for no cluster any more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#consumer?.stop();
  }

  async #begin(): Promise<void> {
    try {
      await this.options.prepare();
      if (!this.#stopping.signal.aborted) await this.#consume();
    } catch (error) {
      if (error instanceof ClusterAway) this.options.onAway(error);
      throw error;
    }
  }

  async #consume(): Promise<void> {
    const consumer = this.options.create();
    this.#consumer = consumer;
    const onCrash = (error: Error): void => {
      this.#concludeCrash(consumer, error);
    };
    try {
      await consumer.start({ ...this.options.handlers, onCrash });
    } catch (error) {
      // Its crash has been told, and dealt with.
      if (this.#consumer !== consumer) return;
      this.#consumer = undefined;
      consumer.stop().catch(() => undefined);
      throw error;
    }
  }

  #concludeCrash(consumer: ConsumerPort, error: Error): void {
    if (this.#stopping.signal.aborted || this.#consumer !== consumer) return;
    const { projection, log, onAway, onCrash } = this.options;
    if (!(error instanceof ClusterAway)) {
      onCrash(error);
      return;
    }
    log.warn({ projection, err: error }, 'the consumer lost its cluster; another begins');
    this.#consumer = undefined;
    onAway(error);
    this.start().catch(onCrash);
  }
}
