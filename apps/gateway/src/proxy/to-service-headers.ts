import type { IncomingHttpHeaders } from 'node:http';
import { findAuthorization, type Asking } from '../front/require-caller.ts';
import { postHeader } from '../providers/choose-post.ts';
import { csrfHeader } from '../session/own-page.ts';

/**
 * A service is shown our own token, never what the caller showed us: it must not be able to ask anybody else with that. From where the
 * request comes we say ourselves; what a client says of it counts for nothing.
 */
export function toServiceHeaders(
  request: Asking & { readonly id: string; readonly ip: string },
  headers: IncomingHttpHeaders,
): IncomingHttpHeaders {
  // What is between the caller and us, and no service's business.
  const { authorization: _shown, cookie: _cookie, [csrfHeader]: _csrf, [postHeader]: _post, ...passed } = headers;
  const authorization = findAuthorization(request);
  return {
    ...passed,
    'x-request-id': request.id,
    'x-forwarded-for': request.ip,
    ...(authorization === undefined ? {} : { authorization }),
  };
}
