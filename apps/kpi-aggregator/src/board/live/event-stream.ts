import { SseStream } from '@motcua/http';
import type { ServerResponse } from 'node:http';
import type { LiveState } from './live-board.ts';

/**
 * The states of a board to one reader. A slow reader is sent the newest state once they have taken what is on its way: there is never
 * more than one state waiting, and never a queue.
 */
export class EventStream {
  readonly #stream: SseStream;
  #waiting: LiveState | undefined;
  #lastId: string | undefined;
  #name: 'snapshot' | 'change' = 'snapshot';

  /** `lastId` is what the reader has seen already (`Last-Event-ID`). */
  constructor(response: ServerResponse, lastId: string | undefined) {
    this.#lastId = lastId;
    if (lastId !== undefined) this.#name = 'change';
    this.#stream = new SseStream(response, () => {
      this.#flush();
    });
  }

  send(state: LiveState): void {
    this.#waiting = state;
    this.#flush();
  }

  close(): void {
    this.#stream.close();
  }

  #flush(): void {
    const state = this.#waiting;
    if (state === undefined || !this.#stream.isDrained) return;
    this.#waiting = undefined;
    if (state.id === this.#lastId) return;
    this.#lastId = state.id;
    this.#stream.send({ event: this.#name, id: state.id, data: state.message });
    this.#name = 'change';
  }
}
