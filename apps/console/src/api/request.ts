import { isSomebodyHere } from './attendance.ts';
import { readProblem, Unreachable } from './problem.ts';
import { doubtSession } from './signed-out.ts';
import { toQuery, type QueryValues } from './to-query.ts';

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly query?: QueryValues;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Version that the change was made from; another in the meantime is answered by 412. */
  readonly ifMatch?: string;
  /** Makes a repeated command one command. */
  readonly idempotencyKey?: string;
  /** Why somebody is looked up, as a code; it is kept in the audit log. */
  readonly reason?: string | undefined;
  readonly signal?: AbortSignal;
}

/** An answer with its version, where it has one. */
export interface Answer<Body> {
  readonly body: Body;
  readonly etag: string | null;
}

let csrfToken: string | undefined;

/** From then on unsafe requests carry it; a session brings its own. */
export function takeCsrfToken(session: { readonly csrfToken: string } | undefined): void {
  csrfToken = session?.csrfToken;
}

/**
 * Asks the gateway as the signed-in person.
 *
 * @param path for example `/v1/board`
 * @throws ApiProblem what the API refused; Unreachable the network did not carry it
 */
export async function requestAnswer<Body>(path: string, options: RequestOptions = {}): Promise<Answer<Body>> {
  const { method = 'GET', query, body, signal } = options;
  const init: RequestInit = { method, headers: toHeaders(options), credentials: 'same-origin', signal: signal ?? null };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await fetch(`${path}${toQuery(query)}`, init).catch((cause: unknown) => {
    if (signal?.aborted === true) throw cause;
    throw new Unreachable('The gateway was not reached.', { cause });
  });
  // Commands too: whoever receives at a desk asks for little else.
  if (response.status === 401 && path.startsWith('/v1/')) doubtSession();
  if (!response.ok) throw await readProblem(response);
  const text = await response.text();
  return { body: (text === '' ? undefined : JSON.parse(text)) as Body, etag: response.headers.get('etag') };
}

/** The same, without the version. */
export const request = async <Body>(path: string, options?: RequestOptions): Promise<Body> =>
  (await requestAnswer<Body>(path, options)).body;

/** The headers that every request carries, and those that its kind needs. */
export function toHeaders({ method = 'GET', body, ifMatch, idempotencyKey, reason }: RequestOptions): Record<string, string> {
  return {
    accept: 'application/json',
    ...(isSomebodyHere() ? {} : { 'motcua-unattended': '1' }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(method === 'GET' || csrfToken === undefined ? {} : { 'x-csrf-token': csrfToken }),
    ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    ...(reason === undefined ? {} : { 'motcua-reason': reason }),
  };
}
