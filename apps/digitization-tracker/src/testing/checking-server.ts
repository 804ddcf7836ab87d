import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface CheckingServer {
  readonly endpoint: string;
  /** Paths of the objects that it took. */
  readonly taken: readonly string[];
  readonly stop: () => Promise<void>;
}

/** The one thing that S3 does and the server of the tests does not: an object whose content is not what its checksum says is refused. */
export async function startCheckingServer(): Promise<CheckingServer> {
  const taken: string[] = [];
  const server = createServer((request, response) => {
    answer(request, response, taken).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, taken: string[]): Promise<void> {
  const content = await buffer(request);
  if (request.method !== 'PUT') {
    response.writeHead(404).end();
    return;
  }
  if (request.headers['x-amz-checksum-sha256'] !== createHash('sha256').update(content).digest('base64')) {
    const error = '<?xml version="1.0"?><Error><Code>BadDigest</Code><Message>BadDigest</Message></Error>';
    response.writeHead(400, { 'content-type': 'application/xml' }).end(error);
    return;
  }
  taken.push(new URL(request.url ?? '/', 'http://server').pathname);
  response.writeHead(200, { etag: '"x"' }).end();
}
