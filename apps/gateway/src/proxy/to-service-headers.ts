import type { IncomingHttpHeaders } from 'node:http';
import { findAuthorization, type Asking } from '../front/require-caller.ts';
import { postHeader } from '../providers/choose-post.ts';
import { csrfHeader } from '../session/own-page.ts';

/** What is between the caller and us, and no service's business. */
const ours = ['authorization', 'cookie', csrfHeader, postHeader];

/** A service is shown our own token, never what the caller showed us: it must not be able to ask anybody else with that. */
export function toServiceHeaders(request: Asking & { readonly id: string }, headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const passed: IncomingHttpHeaders = { ...headers, 'x-request-id': request.id };
  for (const name of ours) delete passed[name];
  const authorization = findAuthorization(request);
  return authorization === undefined ? passed : { ...passed, authorization };
}
