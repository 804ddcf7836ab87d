import type { FastifyInstance } from 'fastify';
import type { Readable } from 'node:stream';
import { findSessionOf } from '../front/require-caller.ts';
import type { OpenStreams } from '../session/open-streams.ts';

/** A live stream ends with the session it was opened in: it would go on showing what its reader may not see any more. */
export function endStreamsWithSessions(scope: FastifyInstance, streams: OpenStreams): void {
  scope.addHook('onSend', (request, reply, payload, done) => {
    const session = findSessionOf(request);
    if (session !== undefined && String(reply.getHeader('content-type')).startsWith('text/event-stream')) {
      const forget = streams.add(session.idHash, () => {
        reply.raw.end();
        (payload as Partial<Readable> | undefined)?.destroy?.();
      });
      reply.raw.once('close', forget);
    }
    done(null, payload);
  });
}
