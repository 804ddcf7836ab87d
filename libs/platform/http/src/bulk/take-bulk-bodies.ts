import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { ofStatus } from '../problem/to-problem-error.ts';
import { BulkBody } from './bulk-body.ts';
import { bulkContentTypes } from './bulk-content-types.ts';

const config = { takesBulk: true } as const;

/** Marks a route that takes bulk content types. Its `@Body()` is a `BulkBody` for them: unread until the handler reads it. */
export const TakesBulk = (): MethodDecorator => RouteConfig(config);

/**
 * Bulk bodies reach a handler untouched. Fastify parses before Nest's guards run: whatever was unpacked here would be unpacked for
 * anybody. On a route that does not say `@TakesBulk()` such a body is refused unread, as any other type that it does not take.
 */
export function acceptBulkBodies(server: FastifyInstance): void {
  server.addContentTypeParser([...bulkContentTypes], (request: FastifyRequest, payload: Readable, done) => {
    // No route at all: the 404 (or 405) is the better answer.
    if (request.routeOptions.url === undefined) done(null, undefined);
    else if (takesBulk(request)) done(null, new BulkBody(payload, request.headers));
    else done(ofStatus(415, 'Send JSON here: application/json.'), undefined);
  });
}

function takesBulk({ routeOptions }: FastifyRequest): boolean {
  const given: unknown = routeOptions.config;
  return typeof given === 'object' && given !== null && 'takesBulk' in given && given.takesBulk === config.takesBulk;
}
