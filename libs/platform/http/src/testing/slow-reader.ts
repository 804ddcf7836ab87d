import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';

/** A reader of server-sent events who takes what they are sent only when told to: while `isFull`, until `drain` is emitted. */
export class SlowReader extends EventEmitter {
  readonly written: string[] = [];
  readonly destroyed = false;
  isFull = false;

  writeHead(): this {
    return this;
  }

  write(text: string): boolean {
    this.written.push(text);
    return !this.isFull;
  }

  end(): void {
    this.emit('close');
  }

  /** As the response that a stream writes to. */
  get response(): ServerResponse {
    return this as unknown as ServerResponse; // the part of a response that is used
  }
}
