import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: number;
}

/** A service behind the gateway, for specs: remembers what came, streams events, breaks off on demand. */
export class UpstreamFixture {
  readonly received: Received[] = [];
  /** Bytes of the body that is coming in. */
  arrived = 0;
  /** Set while a live stream is open: writes one event to it. */
  emit: ((data: string) => void) | undefined;
  readonly streamClosed: Promise<void>;
  readonly #server: Server;
  #markClosed: () => void = () => undefined;
  ready = true;

  constructor() {
    this.streamClosed = new Promise((resolve) => {
      this.#markClosed = resolve;
    });
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '', headers } = request;
    if (url === '/health/ready') this.#answerHealth(response);
    else if (/^\/v1\/(?:inbox\/)?live/.test(url)) this.#stream(response);
    else if (url.startsWith('/v1/dossiers/broken')) request.socket.destroy();
    else if (url.startsWith('/v1/dossiers/refused')) this.#refuseUnread(request, response);
    else await this.#answerPlainly(url, headers, request, response);
  }

  async #answerPlainly(url: string, headers: IncomingMessage['headers'], request: IncomingMessage, response: ServerResponse) {
    let bytes = 0;
    try {
      for await (const chunk of request as AsyncIterable<Buffer>) this.arrived = bytes += chunk.length;
    } catch {
      return; // the gateway broke the body off
    }
    this.received.push({ url, headers, bytes });
    response.writeHead(url.startsWith('/v1/dossiers/missing') ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ url, bytes }));
  }

  /** As a service answers that has seen enough of a body: at once, and reads on so that its sender hears of it. */
  #refuseUnread(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(409, { 'content-type': 'application/problem+json; charset=utf-8' });
    response.end(JSON.stringify({ code: 'component.exempt' }));
    request.resume();
  }

  #answerHealth(response: ServerResponse): void {
    response.writeHead(this.ready ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: this.ready ? 'ready' : 'not-ready' }));
  }

  #stream(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-transform' });
    response.flushHeaders();
    this.emit = (data) => void response.write(`data: ${data}\n\n`);
    response.once('close', this.#markClosed);
  }
}
