import type { ServerResponse } from 'node:http';

const HEARTBEAT_MS = 15_000;

/** One event of a stream: `id` is what a reader who comes back sends as `Last-Event-ID`; `data` is written as JSON. */
export interface SseEvent {
  readonly event: string;
  readonly id: string;
  readonly data: unknown;
}

/**
 * Server-sent events to one reader. It holds nothing back: whoever sends asks `isDrained` first and is called when a slow reader has
 * taken what was on its way, so that what waits meanwhile is the sender's choice and never a queue.
 */
export class SseStream {
  private readonly heartbeat: NodeJS.Timeout;
  private drained = true;

  /** Answers 200 at once. `onDrain`: the reader takes more again. */
  constructor(
    private readonly response: ServerResponse,
    onDrain: () => void,
  ) {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 1000\n\n');
    response.on('drain', () => {
      this.drained = true;
      onDrain();
    });
    // A comment keeps proxies from closing a stream in which nothing happens.
    this.heartbeat = setInterval(() => {
      if (this.drained) this.drained = response.write(': alive\n\n');
    }, HEARTBEAT_MS);
  }

  /** Whether everything sent so far has been taken. */
  get isDrained(): boolean {
    return this.drained;
  }

  /** Whether the reader has gone. */
  get isGone(): boolean {
    return this.response.destroyed;
  }

  send({ event, id, data }: SseEvent): void {
    this.drained = this.response.write(`event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  close(): void {
    clearInterval(this.heartbeat);
    this.response.end();
  }
}
