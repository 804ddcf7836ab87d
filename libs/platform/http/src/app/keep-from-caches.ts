import type { FastifyInstance } from 'fastify';

/**
 * What is answered to somebody who shows a token is theirs at this moment: no browser, proxy or disk keeps it, whatever its route says. Other
 * answers are kept only where they say so themselves: styles and scripts of pages, published keys. Versions (`ETag`) are for changes, and
 * nobody is answered 304.
 */
export function keepFromCaches(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    const said = reply.getHeader('cache-control');
    const isPersonal = request.headers.authorization !== undefined;
    if (said === undefined || (isPersonal && !String(said).includes('no-store'))) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
}
