import type { InboxMessage } from '@motcua/contracts';
import { SseStream } from '@motcua/http';
import type { ServerResponse } from 'node:http';

export interface InboxStreamOptions {
  /** What the reader has seen: they are sent what came in after it. */
  readonly last: string;
  /** What came in after a number, and how much is unread now. */
  readonly read: (after: string) => Promise<InboxMessage & { readonly last: string }>;
  readonly onError: (error: unknown) => void;
}

/**
 * What is new in one inbox, to one reader. It is notified only that something changed and reads by itself once the reader has taken
 * what is on its way: however slow they are, there is never a queue, and nothing is missed.
 */
export class InboxStream {
  readonly #stream: SseStream;
  #last: string;
  #unread: number | undefined;
  #isStale = false;
  #isReading = false;

  constructor(
    response: ServerResponse,
    private readonly options: InboxStreamOptions,
  ) {
    this.#last = options.last;
    this.#stream = new SseStream(response, () => void this.#flush());
  }

  /** The inbox may hold something new, or less that is unread. */
  poke(): void {
    this.#isStale = true;
    void this.#flush();
  }

  /** Whether it shows less than that. */
  isBehind({ last, unread }: { readonly last: string; readonly unread: number }): boolean {
    return BigInt(last) > BigInt(this.#last) || unread !== this.#unread;
  }

  close(): void {
    this.#stream.close();
  }

  async #flush(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#isStale && this.#stream.isDrained && !this.#stream.isGone) {
        this.#isStale = false;
        this.#send(await this.options.read(this.#last));
      }
    } catch (error) {
      this.options.onError(error);
    } finally {
      this.#isReading = false;
    }
  }

  #send({ last, ...message }: InboxMessage & { readonly last: string }): void {
    if (!this.isBehind({ last, unread: message.unread })) return;
    this.#last = last;
    this.#unread = message.unread;
    this.#stream.send({ event: 'inbox', id: last, data: message });
  }
}
