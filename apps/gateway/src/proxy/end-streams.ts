import type { FastifyInstance } from 'fastify';
import type { Readable } from 'node:stream';
import type { BearerStreams } from '../bearers/bearer-streams.ts';
import { findBearerOf, findSessionOf, type Asking } from '../front/require-caller.ts';
import type { OpenStreams } from '../session/open-streams.ts';

/** The live streams that are open, by what their reader was let in with. */
export interface LiveStreams {
  /** Absent: nobody has a session. */
  readonly ofSessions: OpenStreams | undefined;
  readonly ofBearers: BearerStreams;
}

/** A live stream ends with the session or the token that it was opened with: it would go on showing what its reader may not see any more. */
export function endStreamsWithAccess(scope: FastifyInstance, streams: LiveStreams): void {
  scope.addHook('onSend', (request, reply, payload, done) => {
    if (String(reply.getHeader('content-type')).startsWith('text/event-stream')) {
      const forget = remember(request, streams, () => {
        reply.raw.end();
        (payload as Partial<Readable> | undefined)?.destroy?.();
      });
      if (forget !== undefined) reply.raw.once('close', forget);
    }
    done(null, payload);
  });
}

/** @returns undefined where what is behind is open to all */
function remember(request: Asking, { ofSessions, ofBearers }: LiveStreams, end: () => void): (() => void) | undefined {
  const session = findSessionOf(request);
  if (session !== undefined) return ofSessions?.add(session.idHash, end);
  const bearer = findBearerOf(request);
  return bearer === undefined ? undefined : ofBearers.add(bearer, end);
}
