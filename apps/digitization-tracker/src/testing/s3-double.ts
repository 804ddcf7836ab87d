import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface S3Double {
  readonly endpoint: string;
  close(): Promise<void>;
}

interface Kept {
  readonly body: Buffer;
  readonly at: Date;
}

/**
 * Answers the six requests of S3's protocol that the store makes, over real HTTP, for one bucket in memory: what the SDK puts on
 * the wire is what is tested. It wants signed requests and the checksum of what came; it does not verify the signature. An object is
 * there once its body has come whole. It is no S3: versions, policies and the rest are not here.
 */
export async function startS3Double(bucket: string): Promise<S3Double> {
  const objects = new Map<string, Kept>();
  const server = createServer((request, response) => {
    answer(objects, bucket, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function answer(
  objects: Map<string, Kept>,
  bucket: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://double');
  const [, place, ...rest] = url.pathname.split('/');
  const key = decodeURIComponent(rest.join('/'));
  if (!/^AWS4-HMAC-SHA256 Credential=/.test(request.headers.authorization ?? '')) {
    fail(response, 403, 'AccessDenied');
    return;
  }
  if (place !== bucket) {
    fail(response, 404, 'NoSuchBucket');
    return;
  }
  if (request.method === 'HEAD' && key === '') {
    response.writeHead(200).end();
    return;
  }
  if (request.method === 'GET' && key === '') {
    list(objects, url, response);
    return;
  }
  const kept = objects.get(key);
  switch (request.method) {
    case 'PUT':
      await put(objects, key, request, response);
      return;
    case 'DELETE':
      objects.delete(key);
      response.writeHead(204).end();
      return;
    case 'HEAD':
    case 'GET':
      if (kept === undefined) {
        fail(response, 404, 'NoSuchKey');
        return;
      }
      response.writeHead(200, { 'content-length': kept.body.length, 'last-modified': kept.at.toUTCString() });
      response.end(request.method === 'GET' ? kept.body : undefined);
      return;
    default:
      fail(response, 405, 'MethodNotAllowed');
  }
}

async function put(objects: Map<string, Kept>, key: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const told = request.headers['x-amz-checksum-sha256'];
  if (told !== createHash('sha256').update(body).digest('base64')) {
    fail(response, 400, 'BadDigest');
    return;
  }
  objects.set(key, { body, at: new Date() });
  response.writeHead(200, { etag: '"x"' }).end();
}

/** Two a page, so that pages are turned. */
function list(objects: Map<string, Kept>, url: URL, response: ServerResponse): void {
  const prefix = url.searchParams.get('prefix') ?? '';
  const after = url.searchParams.get('continuation-token') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  const page = keys.slice(0, 2);
  const next = keys.length > page.length ? `<NextContinuationToken>${page.at(-1) ?? ''}</NextContinuationToken>` : '';
  const lines = page.map((key) => {
    const { body, at } = objects.get(key) ?? { body: Buffer.alloc(0), at: new Date() };
    return `<Contents><Key>${key}</Key><Size>${body.length}</Size><LastModified>${at.toISOString()}</LastModified></Contents>`;
  });
  const isTruncated = `<IsTruncated>${String(next !== '')}</IsTruncated>`;
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><ListBucketResult>${isTruncated}${next}${lines.join('')}</ListBucketResult>`);
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
}
