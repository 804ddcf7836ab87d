import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance } from 'fastify';
import { serveConsole } from '../console/serve-console.ts';
import type { Config } from '../config.ts';
import type { SigningKeys } from '../tokens/signing-keys.ts';
import { upstreams } from '../routes.ts';
import { apiIndex, toHtml } from './index-page.ts';
import { serveProblemStyle } from './problem-page.ts';

/** What needs no token: the console or the index, the public keys, and each service's description of itself. */
export function registerPublicRoutes(server: FastifyInstance, config: Config, { published }: SigningKeys): void {
  const { CONSOLE_DIR: folder } = config;
  if (folder === undefined) addIndex(server);
  else void server.register((scope) => serveConsole(scope, folder));
  serveProblemStyle(server);
  server.get('/.well-known/jwks.json', (_request, reply) => reply.header('cache-control', 'public, max-age=60').send(published));
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

function addIndex(server: FastifyInstance): void {
  server.get('/', (request, reply) => {
    const wantsHtml = request.headers.accept?.includes('text/html') === true;
    return wantsHtml ? reply.type('text/html; charset=utf-8').send(toHtml(apiIndex)) : reply.send(apiIndex);
  });
}
