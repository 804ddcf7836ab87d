import fastifyStatic from '@fastify/static';
import { ofStatus } from '@motcua/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What is somebody else's: an unknown path below it is not found, and no page of the console. */
const others = /^\/(?:v1|auth|docs|identity|rate|tra-cuu|openapi|health|assets|\.well-known)(?:\/|$)/;

/**
 * The built console: files under `/assets` have the hash of their content in their names and are kept for ever; every other path that a
 * browser asks for as a page is the one page, which knows its own addresses. What describes API and events has a page each.
 *
 * @param folder as Vite builds it: `index.html`, `docs/api.html`, `docs/events.html`, `assets/`
 */
export async function serveConsole(scope: FastifyInstance, folder: string): Promise<void> {
  const read = (file: string): Promise<Buffer> => readFile(join(folder, file));
  const page = await read('index.html');
  const sendPage = (reply: FastifyReply, which = page): FastifyReply =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(which);

  await scope.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.startsWith(join(folder, 'assets', sep));
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  scope.get('/', (_request, reply) => sendPage(reply));
  for (const path of ['docs/api', 'docs/events']) {
    const description = await read(`${path}.html`);
    scope.get(`/${path}`, (_request, reply) => sendPage(reply, description));
  }
  scope.get('*', (request, reply) => {
    if (!isPage(request)) throw ofStatus(404);
    return sendPage(reply);
  });
}

function isPage({ url, headers }: FastifyRequest): boolean {
  const [path = ''] = url.split('?', 1);
  return !others.test(path) && headers.accept?.includes('text/html') === true;
}
