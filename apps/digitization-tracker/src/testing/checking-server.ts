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

/**
 * What S3 does and the server of the tests does not: an object whose content is not what its checksum says is refused.
 *
 * @param keepsFirst false: it ignores that a writer wants to be the first, as stores do that do not know the condition
 */
export async function startCheckingServer({ keepsFirst = true } = {}): Promise<CheckingServer> {
  const taken: string[] = [];
  const server = createServer((request, response) => {
    answer(request, response, { taken, keepsFirst }).catch(() => response.destroy());
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

interface Server {
  readonly taken: string[];
  readonly keepsFirst: boolean;
}

async function answer(request: IncomingMessage, response: ServerResponse, { taken, keepsFirst }: Server): Promise<void> {
  const content = await buffer(request);
  const path = new URL(request.url ?? '/', 'http://server').pathname;
  if (request.method === 'HEAD' && path.split('/').filter(Boolean).length === 1) {
    response.writeHead(200).end();
    return;
  }
  if (request.method !== 'PUT') {
    response.writeHead(404).end();
    return;
  }
  if (request.headers['x-amz-checksum-sha256'] !== createHash('sha256').update(content).digest('base64')) {
    refuse(response, 400, 'BadDigest');
    return;
  }
  if (keepsFirst && request.headers['if-none-match'] === '*' && taken.includes(path)) {
    refuse(response, 412, 'PreconditionFailed');
    return;
  }
  taken.push(path);
  response.writeHead(200, { etag: '"x"' }).end();
}

function refuse(response: ServerResponse, status: number, code: string): void {
  const error = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  response.writeHead(status, { 'content-type': 'application/xml' }).end(error);
}
