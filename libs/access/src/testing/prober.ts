import type { Actor } from '@motcua/auth';
import type { TestIssuer } from '@motcua/auth/testing';
import type { Probe, ProbeAnswer } from './access-matrix.ts';

export interface ProbeRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Prober {
  readonly get: (url: () => string, headers?: ProbeRequest['headers']) => Probe['ask'];
  /** @param body sent as JSON, but a form as it is */
  readonly send: (
    method: 'POST' | 'PUT' | 'DELETE',
    url: () => string,
    body?: unknown,
    headers?: ProbeRequest['headers'],
  ) => Probe['ask'];
}

/** Ways to ask a running service as anybody. Addresses are made when they are asked for: what they name is planted by then. */
export function createProber(issuer: TestIssuer, ask: (request: ProbeRequest) => Promise<ProbeAnswer>): Prober {
  const send =
    (method: ProbeRequest['method'], url: () => string, body?: unknown, headers: ProbeRequest['headers'] = {}): Probe['ask'] =>
    async (as: Actor) =>
      ask({ method, url: url(), body, headers: { ...headers, ...(await issuer.bearer(as)) } });
  return { get: (url, headers) => send('GET', url, undefined, headers), send };
}

/** Asks over the network; of a stream that does not end by itself, what comes first. */
export const askAt =
  (origin: () => string) =>
  async ({ url, body, headers, ...request }: ProbeRequest): Promise<ProbeAnswer> => {
    const abort = new AbortController();
    const response = await fetch(`${origin()}${url}`, { ...request, ...toPayload(body, headers), signal: abort.signal });
    const caching = response.headers.get('cache-control') ?? '';
    if (response.headers.get('content-type')?.startsWith('text/event-stream') !== true)
      return { status: response.status, caching, body: await response.text() };
    abort.abort();
    return { status: response.status, caching, body: '' };
  };

function toPayload(body: unknown, headers: ProbeRequest['headers']): Pick<RequestInit, 'body' | 'headers'> {
  if (body === undefined) return { headers };
  if (body instanceof FormData) return { headers, body };
  return { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

interface Injectable {
  inject(request: { method: ProbeRequest['method']; url: string; headers: ProbeRequest['headers']; payload?: object }): Promise<{
    readonly statusCode: number;
    readonly headers: Readonly<Record<string, unknown>>;
    readonly body: string;
  }>;
}

/** Asks an app that does not listen. */
export const askIn =
  (app: () => Injectable) =>
  async ({ body, ...request }: ProbeRequest): Promise<ProbeAnswer> => {
    const answer = await app().inject({ ...request, ...(body === undefined ? {} : { payload: body as object }) });
    return { status: answer.statusCode, caching: String(answer.headers['cache-control']), body: answer.body };
  };
