import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { upstreams } from '../routes.ts';
import { apiIndex, toHtml } from './index-page.ts';
import { readPublishedKeys } from './published-keys.ts';

/** What needs no token: the index, the public keys, and each service's description of itself. */
export function registerPublicRoutes(server: FastifyInstance, config: Config): void {
  server.get('/', (request, reply) => {
    const wantsHtml = request.headers.accept?.includes('text/html') === true;
    return wantsHtml ? reply.type('text/html; charset=utf-8').send(toHtml(apiIndex)) : reply.send(apiIndex);
  });
  server.get('/.well-known/jwks.json', async (_request, reply) => {
    return reply.header('cache-control', 'public, max-age=60').send(await readPublishedKeys(config.AUTH_JWKS));
  });
  for (const [name, upstream] of Object.entries(upstreams(config))) {
    void server.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      const options = {
        upstream,
        prefix: `/openapi/${name}.json`,
        rewritePrefix: '/openapi.json',
        httpMethods: ['GET' as const],
      };
      await scope.register(httpProxy, { ...options, routes: ['/'], disableRequestLogging: true });
    });
  }
}
