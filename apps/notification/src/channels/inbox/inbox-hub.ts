import { createStreamSemaphore, LOGGER, type CallerSemaphore } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { CONFIG } from '@motcua/service';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Config } from '../../config.ts';
import { InboxStore } from './inbox.store.ts';
import type { InboxStream } from './inbox-stream.ts';

const LOOK_MS = 1_000;

/**
 * The open streams of this instance. One look a second at all inboxes that somebody watches, whichever instance sends: nothing has to
 * be notified from one to the other, and nothing that is announced can be lost.
 */
@Injectable()
export class InboxHub implements BeforeApplicationShutdown {
  readonly #streams = new Map<string, Set<InboxStream>>();
  readonly #places: CallerSemaphore;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly inboxes: InboxStore,
    @Inject(CONFIG) config: Pick<Config, 'INBOX_STREAMS_PER_SUBJECT' | 'INBOX_STREAMS'>,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const { INBOX_STREAMS_PER_SUBJECT: perSubject, INBOX_STREAMS: inAll } = config;
    this.#places = createStreamSemaphore({ subject: 'inbox', perSubject, inAll });
  }

  /** A place for a stream of that subject. @returns gives it back. @throws ProblemError 429 `inbox.too-many`, 503 `inbox.busy` */
  enter(subject: string): () => void {
    return this.#places.enter(subject);
  }

  /** @returns what ends it */
  watch(reader: string, stream: InboxStream): () => void {
    const streams = this.#streams.get(reader) ?? new Set();
    this.#streams.set(reader, streams.add(stream));
    stream.poke();
    this.#schedule();
    return () => {
      streams.delete(stream);
      if (streams.size === 0) this.#streams.delete(reader);
    };
  }

  beforeApplicationShutdown(): void {
    this.close();
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const stream of [...this.#streams.values()].flatMap((streams) => [...streams])) stream.close();
    this.#streams.clear();
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#streams.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#look()
        .catch((err: unknown) => {
          this.logger.warn({ err }, 'live inboxes could not be read and are tried again');
        })
        .finally(() => {
          this.#timer = undefined;
          this.#schedule();
        });
    }, LOOK_MS);
  }

  async #look(): Promise<void> {
    const marks = await this.inboxes.marks([...this.#streams.keys()]);
    for (const [reader, mark] of marks) {
      for (const stream of this.#streams.get(reader) ?? []) if (stream.isBehind(mark)) stream.poke();
    }
  }
}
