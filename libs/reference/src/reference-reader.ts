import { topics as contractTopics, type ReferenceKind } from '@motcua/contracts';
import type { HealthReport } from '@motcua/http';
import { TopicSubscription, type KafkaClientPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import type { ReferenceCache } from './reference-cache.ts';
import type { ReferenceStore } from './reference.store.ts';
import { ReferenceWriter } from './reference-writer.ts';

export interface ReferenceReaderOptions<Kind extends ReferenceKind> {
  readonly client: KafkaClientPort;
  /** The compacted topic of each kind. */
  readonly topics: Readonly<Record<Kind, string>>;
  readonly cache: ReferenceCache<Kind>;
  readonly store: ReferenceStore;
  /** Kinds of which there may be nothing: the service is ready without. */
  readonly mayLack?: readonly Kind[];
  readonly logger: Logger;
  /** How long Kafka is waited for where there is something stored, 5 s unless told. */
  readonly kafkaWaitMs?: number;
}

/** Long enough for a broker that is there, short enough for whoever waits for the service. */
const KAFKA_WAIT_MS = 5_000;

type Source = 'kafka' | 'stored';

/**
 * Keeps the reference data as the catalogue published them: from the beginning at start, then every change. Where Kafka does not
 * answer, as they were when they were read last; the newest of each entry counts, wherever it comes from.
 */
export class ReferenceReader<Kind extends ReferenceKind = ReferenceKind> {
  readonly #stopping = new AbortController();
  readonly #writer: ReferenceWriter;
  readonly #listeners = new Set<(kind: Kind | undefined) => void>();
  #setReady: () => void = () => undefined;
  readonly #ready = new Promise<void>((resolve) => {
    this.#setReady = resolve;
  });
  readonly #subscription: TopicSubscription;
  #source: Source | undefined;

  constructor(private readonly options: ReferenceReaderOptions<Kind>) {
    const { client, cache, topics, store, logger } = options;
    this.#writer = new ReferenceWriter(store, logger);
    const kinds = new Map(cache.kinds.map((kind) => [topics[kind], kind]));
    this.#subscription = new TopicSubscription({
      client,
      topics: [...kinds.keys()].map((name) => ({ name, partitions: contractTopics.units.partitions, compact: true })),
      log: logger,
      onRecord: (key, value, { topic }) => {
        const kind = kinds.get(topic);
        if (kind !== undefined) this.#take(kind, key, value?.toString() ?? null);
      },
      onRead: () => {
        this.#writer.complete(cache.kinds);
        this.#setLoaded('kafka');
      },
    });
  }

  /** True once everything that was published before the start is known, or what is stored stands in for it. */
  get isLoaded(): boolean {
    return this.#source !== undefined;
  }

  /** Told of each kind of which an entry changed, once everything was read; undefined: everything has been read now. */
  onChange(listener: (kind: Kind | undefined) => void): void {
    this.#listeners.add(listener);
  }

  /** Resolves when the service may begin to work, or is told to stop. @throws where the database does not answer */
  async start(): Promise<void> {
    const isStored = await this.#loadStored();
    this.#subscription.start();
    const waiting = setTimeout(() => {
      if (isStored) this.#setLoaded('stored');
    }, this.options.kafkaWaitMs ?? KAFKA_WAIT_MS);
    this.#stopping.signal.addEventListener('abort', this.#setReady);
    await this.#ready;
    clearTimeout(waiting);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#subscription.stop();
    await this.#writer.stop();
  }

  /** Ready once everything is read and there is at least one entry of each kind that it cannot do without. */
  report(): HealthReport {
    const { cache, mayLack = [] } = this.options;
    const details = { ...cache.counts(), source: this.#source ?? null };
    if (!this.isLoaded) return { ready: false, reason: 'the reference data are still being read', details };
    const missing = cache.kinds.filter((kind) => cache.counts()[kind] === 0 && !mayLack.includes(kind));
    if (missing.length === 0) return { ready: true, details };
    return { ready: false, reason: `the catalogue has published no ${missing.join(', no ')} yet`, details };
  }

  /** @returns whether it is everything that was published before some moment, and not a part of it */
  async #loadStored(): Promise<boolean> {
    const { cache, store } = this.options;
    for (const { kind, code, body } of await store.list(cache.kinds)) this.#take(kind, code, body, true);
    return store.isComplete(cache.kinds);
  }

  #setLoaded(source: Source): void {
    const isFirst = this.#source === undefined;
    const counts: Readonly<Record<string, number>> = this.options.cache.counts();
    this.#source = source;
    if (source === 'stored') this.options.logger.warn('Kafka does not answer: reference data are taken as they were read last');
    else this.options.logger.info(counts, 'reference data read');
    if (isFirst) this.#setReady();
    this.#announce(undefined);
  }

  #take(kind: Kind, code: string, body: string | null, isStored = false): void {
    const { cache, logger } = this.options;
    try {
      const taken = cache.take(kind, code, body);
      if (taken.kind === 'older') logger.info({ kind, code, version: taken.entry.version }, 'an older entry is left out');
      if (taken.kind === 'known' || taken.kind === 'older') return;
      if (!isStored) this.#writer.note({ kind, code, ...(taken.kind === 'taken' ? { entry: taken.entry } : {}) });
      if (this.isLoaded) this.#announce(kind);
    } catch (err) {
      // One bad entry must not keep the others away; what needs it is refused or parked by name.
      logger.error({ err, kind, code }, 'a reference record keeps no contract and is left out');
    }
  }

  #announce(kind: Kind | undefined): void {
    for (const listener of this.#listeners) listener(kind);
  }
}
