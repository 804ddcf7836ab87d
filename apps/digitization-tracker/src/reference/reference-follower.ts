import { topics } from '@motcua/contracts';
import type { HealthReport } from '@motcua/http';
import { CompactedTopicReader, type KafkaClientPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import type { TopicNames } from '../topic-names.ts';
import { applyReferenceRecord } from './apply-reference-record.ts';
import type { FollowedKind, ReferenceData } from './reference-data.ts';

export interface ReferenceFollowerOptions {
  readonly client: KafkaClientPort;
  readonly topics: TopicNames;
  readonly data: ReferenceData;
  readonly logger: Logger;
  /** The reader died: without reference data no checklist can be made, so the process ends and is started anew. */
  readonly onFailure: (error: Error) => void;
}

/** Keeps the reference data as the catalogue published them: from the beginning at start, then every change. */
export class ReferenceFollower {
  #reader: CompactedTopicReader | undefined;
  readonly #kinds: ReadonlyMap<string, FollowedKind>;

  constructor(private readonly options: ReferenceFollowerOptions) {
    const { units, procedures } = options.topics;
    this.#kinds = new Map<string, FollowedKind>([
      [units, 'units'],
      [procedures, 'procedures'],
    ]);
  }

  /** Resolves when everything that was published before has been read. */
  async start(): Promise<void> {
    const { client, logger, onFailure } = this.options;
    const names = [...this.#kinds.keys()];
    await client.admin.createTopics(names.map((name) => ({ name, partitions: topics.units.partitions, compact: true })));
    const onRecord = (key: string, value: Buffer | null, { topic }: { readonly topic: string }): void => {
      this.#take(topic, key, value);
    };
    // A start that failed half-way left one behind.
    await this.#reader?.stop();
    this.#reader = new CompactedTopicReader({ client, topics: names, onRecord, onFailure });
    await this.#reader.start();
    logger.info(this.options.data.counts(), 'reference data read');
  }

  async stop(): Promise<void> {
    await this.#reader?.stop();
  }

  /** Ready once everything is read and there is at least one entry of each kind. */
  report(): HealthReport {
    const details = this.options.data.counts();
    if (this.#reader?.isLoaded !== true) return { ready: false, reason: 'the reference data are still being read', details };
    const missing = Object.entries(details).filter(([, count]) => count === 0);
    if (missing.length === 0) return { ready: true, details };
    const reason = `the catalogue has published no ${missing.map(([kind]) => kind).join(', no ')} yet`;
    return { ready: false, reason, details };
  }

  #take(topic: string, key: string, value: Buffer | null): void {
    const kind = this.#kinds.get(topic);
    if (kind === undefined) return;
    try {
      applyReferenceRecord(this.options.data, kind, key, value === null ? null : value.toString());
    } catch (error) {
      // One bad entry must not keep the others away; dossiers of such a procedure get the list of one that lists nothing.
      this.options.logger.error({ err: error, topic, key }, 'a reference record keeps no contract and is left out');
    }
  }
}
