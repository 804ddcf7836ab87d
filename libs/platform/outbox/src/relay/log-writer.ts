import { acknowledge, isStillThere, lostPartitions, type AcknowledgedOffsets } from '../store/acknowledged-offsets.ts';
import type { LogEnds } from './log-end-watch.ts';
import type { RelayOptions } from './relay-options.ts';
import type { RelayNews } from './relay-status.ts';
import { rest } from './rest.ts';
import type { Send } from './to-sends.ts';
import { unlessLost } from './unless-lost.ts';

const firstRetryMs = 100;
const longestRetryMs = 5_000;
/** No broker goes and comes back in less. */
const trustedForMs = 1_000;

export interface WriterOptions extends Pick<RelayOptions, 'producer' | 'client' | 'logger'> {
  readonly stopping: AbortSignal;
  /** The relay's connection to its database, and with it the right to write. */
  readonly lost: AbortSignal;
  readonly report: (news: RelayNews) => void;
  /** Kafka did not take a send. */
  readonly onRefused: () => void;
}

/**
 * Writes to the log, and only behind what it has acknowledged. A broker that comes back without the end of its log would take the
 * next event of a dossier before those that are gone, and then look whole. So where Kafka has not answered just now, or has refused,
 * it is asked first how far the log goes (docs/adr/0046).
 */
export class LogWriter {
  #answeredAt = -Infinity;

  constructor(private readonly options: WriterOptions) {}

  /** What is acknowledged after it; `lost`: the log ends before what was acknowledged; `over`: the term ended before all was sent. */
  async sendAll(sends: readonly Send[], before: AcknowledgedOffsets): Promise<AcknowledgedOffsets | 'lost' | 'over'> {
    let acknowledged = before;
    for (const send of sends) {
      const bases = await this.#sendUntilAcknowledged(send, acknowledged);
      if (typeof bases === 'string') return bases;
      if (lostPartitions(acknowledged, send.topic, bases).length > 0) return 'lost';
      acknowledged = acknowledge(acknowledged, send.topic, bases);
    }
    return acknowledged;
  }

  async readEnds(acknowledged: AcknowledgedOffsets): Promise<LogEnds> {
    const ends = new Map<string, Map<number, bigint>>();
    for (const topic of Object.keys(acknowledged)) {
      const ranges = await this.options.client.admin.listOffsets(topic);
      ends.set(topic, new Map(ranges.map(({ partition, end }) => [partition, end])));
    }
    return ends;
  }

  async #sendUntilAcknowledged(send: Send, acknowledged: AcknowledgedOffsets): Promise<Map<number, bigint> | 'lost' | 'over'> {
    const { stopping, report, logger, onRefused } = this.options;
    for (let retryMs = firstRetryMs; !stopping.aborted && !this.#isLost(); retryMs = Math.min(longestRetryMs, retryMs * 2)) {
      try {
        const bases = await this.#sendOnce(send, acknowledged);
        if (bases === 'lost') return bases;
        report({ failure: undefined, published: send.records.length });
        return bases;
      } catch (error) {
        if (this.#isLost()) return 'over';
        this.#answeredAt = -Infinity;
        const message = error instanceof Error ? error.message : String(error);
        onRefused();
        report({ failure: `Kafka does not take events: ${message}` });
        logger.warn({ err: error, topic: send.topic, retryMs }, 'publishing failed and is repeated');
        await rest(retryMs, stopping, this.options.lost);
      }
    }
    return 'over';
  }

  async #sendOnce({ topic, records }: Send, acknowledged: AcknowledgedOffsets): Promise<Map<number, bigint> | 'lost'> {
    const { lost, producer } = this.options;
    if (performance.now() - this.#answeredAt > trustedForMs) {
      const ends = await unlessLost(lost, this.readEnds(acknowledged));
      if (!isStillThere(acknowledged, ends)) return 'lost';
    }
    const bases = await unlessLost(lost, producer.send(topic, records));
    this.#answeredAt = performance.now();
    return bases;
  }

  #isLost(): boolean {
    return this.options.lost.aborted;
  }
}
