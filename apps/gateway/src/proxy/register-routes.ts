import httpProxy, { type FastifyHttpProxyOptions } from '@fastify/http-proxy';
import { ofStatus } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Config } from '../config.ts';
import { sendProblemPage } from '../front/problem-page.ts';
import { internalPaths, upstreams, type Route } from '../routes.ts';
import { endStreamsWithAccess, type LiveStreams } from './end-streams.ts';
import { checkContentLength, limitBody } from './limit-body.ts';
import { tooLargeFor, type TooLarge } from './too-large.ts';
import { toServiceHeaders } from './to-service-headers.ts';
import { toUpstreamProblem } from './to-upstream-problem.ts';

/** An answer's headers must come within this; an answer that has begun (a live stream) may last for ever. */
const headersTimeoutMs = 65_000;
/** The same, where everything is compared. */
const longHeadersTimeoutMs = 60 * 60_000;
const retryDelayMs = 20;

interface Passing {
  readonly config: Config;
  readonly logger: Logger;
  readonly streams: LiveStreams;
}

/** One scope a route: its body limit, its upstream. Bodies and answers pass through as they come; nothing is buffered. */
export function registerRoutes(server: FastifyInstance, routes: readonly Route[], { config, logger, streams }: Passing): void {
  const known = upstreams(config);
  for (const route of routes) {
    const upstream = known[route.upstream];
    if (upstream === undefined) continue;
    void server.register(async (scope) => {
      streamBodies(scope, config[route.bodyLimit], tooLargeFor(route.bodyLimit, config[route.bodyLimit]));
      keepConnections(scope);
      openLiveStreamsAtOnce(scope);
      endStreamsWithAccess(scope, streams);
      await scope.register(httpProxy, toProxyOptions(route, upstream, logger));
    });
  }
}

/** More exact than the prefix they lie under, so they win over it; the services behind refuse too. */
export function hideInternalPaths(server: FastifyInstance): void {
  for (const path of internalPaths.flatMap((internal) => [internal, `${internal}/*`])) {
    server.all(path, () => {
      throw ofStatus(404);
    });
  }
}

export function streamBodies(scope: FastifyInstance, limit: number, tooLarge: TooLarge): void {
  scope.addHook('onRequest', (request, _reply, done) => {
    checkContentLength(request.headers['content-length'], limit, tooLarge);
    done();
  });
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request: FastifyRequest, body: IncomingMessage, done) => {
    done(null, limitBody(body, limit, tooLarge));
  });
}

/**
 * A service may refuse a body before its end. The proxy would close the client's connection then, in the middle of what it sends, and
 * the refusal would be lost in the reset. The rest is read and thrown away instead, as `limitBody` does, and the connection stays.
 */
function keepConnections(scope: FastifyInstance): void {
  scope.addHook('onSend', (request, reply, payload, done) => {
    if (!request.raw.complete) void reply.removeHeader('connection');
    done(null, payload);
  });
}

/** Headers of a streamed answer wait for its first byte; a live stream may have none for a long while, and its reader waits too. */
function openLiveStreamsAtOnce(scope: FastifyInstance): void {
  scope.addHook('onSend', (_request, reply, payload, done) => {
    if (String(reply.getHeader('content-type')).startsWith('text/event-stream')) {
      setImmediate(() => {
        if (!reply.raw.headersSent) reply.raw.flushHeaders();
      });
    }
    done(null, payload);
  });
}

function toProxyOptions(
  { prefix, upstream: name, isLong = false }: Route,
  upstream: string,
  logger: Logger,
): FastifyHttpProxyOptions {
  return {
    prefix,
    upstream,
    rewritePrefix: prefix,
    proxyPayloads: false,
    disableRequestLogging: true,
    undici: { headersTimeout: isLong ? longHeadersTimeoutMs : headersTimeoutMs, bodyTimeout: 0, keepAliveTimeout: 4_000 },
    replyOptions: {
      // `expect` was answered here, and the client towards the service knows no such header: large uploads of curl carry it.
      rewriteRequestHeaders: (request, { expect: _answered, ...headers }) => toServiceHeaders(request, headers),
      // A kept connection may die with its upstream's restart: that much is repeated, once, where repeating is harmless.
      retriesCount: 1,
      retryDelay: ({ err, req, attempt }) => (isBrokenOff(err) && req.method === 'GET' && attempt < 1 ? retryDelayMs : null),
      onError: (reply, { error }) => {
        const problem = toUpstreamProblem(error, name);
        if (problem.status >= 500)
          logger.warn({ upstream: name, requestId: reply.request.id, err: problem.cause }, problem.message);
        sendProblemPage(reply.request, reply, problem, 'page');
      },
    },
  };
}

function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'UND_ERR_SOCKET' || error.code === 'ECONNRESET');
}
