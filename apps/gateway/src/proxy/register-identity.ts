import httpProxy from '@fastify/http-proxy';
import { sendProblem } from '@motcua/http';
import type { FastifyInstance } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { ownProviderPath as prefix } from '../providers/own-provider.ts';
import { withoutSessionCookie } from '../session/session-cookie.ts';
import { withOwnForwarding } from './forwarded-headers.ts';
import { streamBodies } from './register-routes.ts';
import { tooLargeFor } from './too-large.ts';
import { toUpstreamProblem } from './to-upstream-problem.ts';

/** Forms, and requests of OpenID Connect. */
const bodyLimit = 1_048_576;

/** The installation's own provider behind our origin. It has cookies and addresses of its own; ours it does not see. */
export async function registerIdentity(scope: FastifyInstance, upstream: string, publicUrl: string): Promise<void> {
  streamBodies(scope, bodyLimit, tooLargeFor('BODY_LIMIT_BYTES', bodyLimit));
  await scope.register(httpProxy, {
    prefix,
    upstream,
    rewritePrefix: prefix,
    proxyPayloads: false,
    disableRequestLogging: true,
    replyOptions: {
      rewriteRequestHeaders: (request, headers) => toIdentityHeaders(request, headers, new URL(publicUrl)),
      onError: (reply, { error }) => {
        sendProblem(reply.request, reply, toUpstreamProblem(error, 'identity'));
      },
    },
  });
}

/** Told by us alone: whatever a client says of where it came from and by which name counts for nothing. */
function toIdentityHeaders(
  request: { readonly id: string; readonly ip: string },
  headers: IncomingHttpHeaders,
  { host, protocol }: URL,
): IncomingHttpHeaders {
  const { cookie, expect: _answered, ...passed } = headers;
  const kept = withoutSessionCookie(cookie);
  return {
    ...withOwnForwarding(request, passed),
    ...(kept === undefined ? {} : { cookie: kept }),
    'x-request-id': request.id,
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
  };
}
