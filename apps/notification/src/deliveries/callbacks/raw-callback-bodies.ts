import { ofStatus } from '@motcua/http';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest, RequestPayload } from 'fastify';
import { Readable } from 'node:stream';

/** Far more than any provider sends. */
const maxBytes = 64 * 1_024;
const bodies = new WeakMap<object, Buffer>();

/** The bytes of a callback as they came: what a signature is made over. Empty for a request without a body. */
export const rawBodyOf = (request: FastifyRequest): Buffer => bodies.get(request.raw) ?? Buffer.alloc(0);

/** Keeps the bytes of callbacks before they are parsed; JSON written anew would not bear the provider’s signature. */
@Injectable()
export class RawCallbackBodies implements OnModuleInit {
  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.addHook('preParsing', async (request, _reply, payload: RequestPayload) => {
      if (!request.url.startsWith('/v1/callbacks/')) return payload;
      const body = await readAll(payload);
      bodies.set(request.raw, body);
      return Object.assign(Readable.from(body.length === 0 ? [] : [body]), { receivedEncodedLength: body.length });
    });
  }
}

async function readAll(payload: RequestPayload): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw ofStatus(413, `A callback has ${maxBytes} bytes at most.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
