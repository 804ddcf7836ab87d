import type { InboxMessage } from '@motcua/contracts';
import type { ServerResponse } from 'node:http';

const HEARTBEAT_MS = 15_000;

export interface InboxStreamOptions {
  /** What the reader has seen: he is sent what came in after it. */
  readonly last: string;
  /** What came in after a number, and how much is unread now. */
  readonly read: (after: string) => Promise<InboxMessage & { readonly last: string }>;
  readonly onError: (error: unknown) => void;
}

/**
 * Server-sent events to one reader of one inbox. It is told only that something changed and reads by itself once the reader has taken
 * what is on its way: however slow he is, there is never a queue, and nothing is missed.
 */
export class InboxStream {
  #last: string;
  #unread: number | undefined;
  #isDrained = true;
  #isStale = false;
  #isReading = false;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(
    private readonly response: ServerResponse,
    private readonly options: InboxStreamOptions,
  ) {
    this.#last = options.last;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 1000\n\n');
    response.on('drain', () => {
      this.#isDrained = true;
      void this.#flush();
    });
    // A comment keeps proxies from closing a stream in which nothing happens.
    this.#heartbeat = setInterval(() => {
      if (this.#isDrained) this.#isDrained = response.write(': alive\n\n');
    }, HEARTBEAT_MS);
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
    clearInterval(this.#heartbeat);
    this.response.end();
  }

  async #flush(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#isStale && this.#isDrained && !this.response.destroyed) {
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
    this.#isDrained = this.response.write(`event: inbox\nid: ${last}\ndata: ${JSON.stringify(message)}\n\n`);
  }
}
