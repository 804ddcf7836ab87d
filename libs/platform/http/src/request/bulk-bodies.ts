import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ofStatus } from '../problem/to-problem-error.ts';

/** Bodies that handlers receive as the text that came: they parse them line by line, so that one bad line spoils no other. */
export const bulkContentTypes = ['application/x-ndjson', 'application/cloudevents+json', 'application/cloudevents-batch+json'];

/** `Content-Encoding: gzip` is undone; the limit counts the bytes after it, so that a small bomb does not fill the memory. */
export function acceptBulkBodies(server: FastifyInstance, bodyLimit: number): void {
  server.addContentTypeParser(bulkContentTypes, async (request: FastifyRequest, payload: Readable) =>
    readText(decoded(request, payload), bodyLimit),
  );
}

function decoded({ headers }: FastifyRequest, payload: Readable): Readable {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity') return payload;
  if (encoding !== 'gzip') throw ofStatus(415, 'Send the body as it is, or with Content-Encoding: gzip.');
  const gunzip = createGunzip();
  payload.once('error', (error) => gunzip.destroy(error));
  return payload.pipe(gunzip);
}

async function readText(source: Readable, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limit) throw ofStatus(413, `A body has ${limit} bytes at most; send it in several parts.`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw isZlibError(error) ? ofStatus(400, 'The body is not the gzip it says it is.', error) : error;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function isZlibError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && /^Z_/.test(String(error.code));
}
