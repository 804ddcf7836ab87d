import type { IncomingHttpHeaders } from 'node:http';
import { findAuthorization, type Asking } from '../front/require-caller.ts';
import { postHeader } from '../providers/choose-post.ts';
import { csrfHeader } from '../session/own-page.ts';
import { withOwnForwarding, type Forwarded } from './forwarded-headers.ts';

/** A service is shown our own token, never what the caller showed us: it must not be able to ask anybody else with that. */
export function toServiceHeaders(
  request: Asking & Forwarded & { readonly id: string },
  headers: IncomingHttpHeaders,
): IncomingHttpHeaders {
  // What is between the caller and us, and no service's business.
  const { authorization: _shown, cookie: _cookie, [csrfHeader]: _csrf, [postHeader]: _post, ...passed } = headers;
  const authorization = findAuthorization(request);
  const told = withOwnForwarding(request, passed);
  return { ...told, 'x-request-id': request.id, ...(authorization === undefined ? {} : { authorization }) };
}
