import type { CallerSemaphore } from '@motcua/http';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { InboxStore } from './inbox.store.ts';
import type { InboxStream } from './inbox-stream.ts';

const LOOK_MS = 1_000;

/**
 * The open streams of this instance. One look a second at all inboxes that somebody watches, whichever instance sends: nothing has to
 * be told from one to the other, and nothing that is told can be lost.
 */
export class InboxHub implements BeforeApplicationShutdown {
  readonly #streams = new Map<string, Set<InboxStream>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly inboxes: InboxStore,
    private readonly places: CallerSemaphore,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** A place for a stream of that subject. @returns gives it back. @throws ProblemError 429 `inbox.too-many`, 503 `inbox.busy` */
  enter(subject: string): () => void {
    return this.places.enter(subject);
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
        .catch(this.onError)
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
