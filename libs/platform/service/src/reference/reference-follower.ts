import { topics, type ReferenceKind } from '@motcua/contracts';
import type { HealthReport } from '@motcua/http';
import { CompactedTopicReader, type KafkaClientPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { REFERENCE, ReferenceGuard } from '@motcua/reference';
import type { Provider } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { applyReferenceRecord, type ReferenceBook } from './reference-book.ts';

export interface ReferenceFollowerOptions<Kind extends ReferenceKind> {
  readonly client: KafkaClientPort;
  /** The compacted topic of each kind that is followed. */
  readonly topics: Readonly<Record<Kind, string>>;
  readonly book: ReferenceBook<Kind>;
  /** Kinds of which there may be nothing: the service is ready without. */
  readonly mayLack?: readonly Kind[];
  readonly logger: Logger;
  /** Told once everything was read (undefined), and of each entry that is taken after that. */
  readonly onTaken?: (kind: Kind | undefined) => void;
  /** The reader died: without reference data nothing can be decided, so the process ends and is started anew. */
  readonly onFailure: (error: Error) => void;
}

/** Keeps the reference data as the catalogue published them: from the beginning at start, then every change. */
export class ReferenceFollower<Kind extends ReferenceKind = ReferenceKind> {
  #reader: CompactedTopicReader | undefined;
  readonly #kinds: ReadonlyMap<string, Kind>;

  constructor(private readonly options: ReferenceFollowerOptions<Kind>) {
    const named = Object.entries(options.topics) as [Kind, string][]; // The keys are the kinds of the book.
    this.#kinds = new Map(named.map(([kind, topic]) => [topic, kind]));
  }

  /** Resolves when everything that was published before has been read. */
  async start(): Promise<void> {
    const { client, logger, onFailure, onTaken, book } = this.options;
    const names = [...this.#kinds.keys()];
    await client.admin.createTopics(names.map((name) => ({ name, partitions: topics.units.partitions, compact: true })));
    const onRecord = (key: string, value: Buffer | null, { topic }: { readonly topic: string }): void => {
      this.#take(topic, key, value);
    };
    // A start that failed half-way left one behind.
    await this.#reader?.stop();
    this.#reader = new CompactedTopicReader({ client, topics: names, onRecord, onFailure });
    await this.#reader.start();
    const counts: Readonly<Record<string, number>> = book.counts();
    logger.info(counts, 'reference data read');
    onTaken?.(undefined);
  }

  async stop(): Promise<void> {
    await this.#reader?.stop();
  }

  /** True once everything that was published before the start has been read. */
  get isLoaded(): boolean {
    return this.#reader?.isLoaded === true;
  }

  /** Ready once everything is read and there is at least one entry of each kind that it cannot do without. */
  report(): HealthReport {
    const { book, mayLack = [] } = this.options;
    const details = book.counts();
    if (!this.isLoaded) return { ready: false, reason: 'the reference data are still being read', details };
    const optional = new Set<string>(mayLack);
    const missing = Object.entries(details).filter(([kind, count]) => count === 0 && !optional.has(kind));
    if (missing.length === 0) return { ready: true, details };
    const reason = `the catalogue has published no ${missing.map(([kind]) => kind).join(', no ')} yet`;
    return { ready: false, reason, details };
  }

  #take(topic: string, key: string, value: Buffer | null): void {
    const kind = this.#kinds.get(topic);
    if (kind === undefined) return;
    const { book, logger, onTaken } = this.options;
    try {
      applyReferenceRecord(book, { kind, key, value: value === null ? null : value.toString() });
      if (this.isLoaded) onTaken?.(kind);
    } catch (error) {
      // One bad entry must not keep the others away; what needs it is refused or parked by name.
      logger.error({ err: error, topic, key }, 'a reference record keeps no contract and is left out');
    }
  }
}

/** The guard on every route of a service that follows the reference data by `ReferenceFollower`. */
export const referenceGuard: readonly Provider[] = [
  { provide: REFERENCE, useExisting: ReferenceFollower },
  { provide: APP_GUARD, useClass: ReferenceGuard },
];
