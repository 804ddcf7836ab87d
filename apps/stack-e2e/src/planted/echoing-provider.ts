import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A gateway of short messages that refuses every message and says, as some do, which and to whom it was. */
export interface EchoingProvider {
  readonly url: string;
  /** What it was sent. */
  readonly received: readonly string[];
  readonly close: () => Promise<void>;
}

export async function openEchoingProvider(): Promise<EchoingProvider> {
  const received: string[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      received.push(text);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ CodeResult: '99', ErrorMessage: `rejected: ${text}` }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // It listens on a port.
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
