import type { ServerResponse } from 'node:http';
import type { LiveState } from './live-board.ts';

const HEARTBEAT_MS = 15_000;

/**
 * Server-sent events to one reader. A slow reader is sent the newest state once he has taken what is on its way: there is never
 * more than one state waiting, and never a queue.
 */
export class EventStream {
  readonly #response: ServerResponse;
  readonly #heartbeat: NodeJS.Timeout;
  #waiting: LiveState | undefined;
  #isDrained = true;
  #lastId: string | undefined;
  #name: 'snapshot' | 'change' = 'snapshot';

  /** `lastId` is what the reader has seen already (`Last-Event-ID`). */
  constructor(response: ServerResponse, lastId: string | undefined) {
    this.#response = response;
    this.#lastId = lastId;
    if (lastId !== undefined) this.#name = 'change';
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 1000\n\n');
    response.on('drain', () => {
      this.#isDrained = true;
      this.#flush();
    });
    // A comment keeps proxies from closing a stream in which nothing happens.
    this.#heartbeat = setInterval(() => {
      if (this.#isDrained) this.#isDrained = response.write(': alive\n\n');
    }, HEARTBEAT_MS);
  }

  send(state: LiveState): void {
    this.#waiting = state;
    this.#flush();
  }

  close(): void {
    clearInterval(this.#heartbeat);
    this.#response.end();
  }

  #flush(): void {
    const state = this.#waiting;
    if (state === undefined || !this.#isDrained) return;
    this.#waiting = undefined;
    if (state.id === this.#lastId) return;
    this.#lastId = state.id;
    this.#isDrained = this.#response.write(`event: ${this.#name}\nid: ${state.id}\ndata: ${JSON.stringify(state.message)}\n\n`);
    this.#name = 'change';
  }
}
