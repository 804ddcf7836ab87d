import { CliError } from '@motcua/terminal';
import type { TokenRequest } from './token-request.ts';

/** All that a command needs which speaks to the public API and to nothing else. */
export interface GatewayConnection {
  readonly gatewayUrl: string;
  /** What helps where it does not answer. */
  readonly hint?: string | undefined;
  /** Of several posts of whoever asks, the one they ask in: `head@xa-thanh-ba`. */
  readonly post?: string | undefined;
  /** A bearer token that is good now. What can be used again is kept here, not by who asks. */
  createToken(request: TokenRequest): Promise<string>;
}

export interface GatewayRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON; a string or bytes go as they are, with the content type named in `headers`; a form as multipart, its files as streams. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly signal?: AbortSignal;
}

export interface GatewayClient {
  /** The parsed JSON answer (`undefined` for 204). A refusal or an unreachable gateway throws a CliError. */
  request(path: string, request?: GatewayRequest): Promise<unknown>;
  /** The answer as it is, for streams and for callers that read the status themselves. */
  fetch(path: string, request?: GatewayRequest): Promise<Response>;
}

/** A client of the public API: whoever the connection says asks, and on the embedded stack somebody of the given role. */
export function createGatewayClient(stack: GatewayConnection, role: TokenRequest): GatewayClient {
  const send = async (path: string, request: GatewayRequest = {}): Promise<Response> => {
    const { body, headers: bodyHeaders } = toBody(request.body);
    const headers = {
      accept: 'application/json',
      ...bodyHeaders,
      ...request.headers,
      ...(stack.post === undefined ? {} : { 'motcua-post': stack.post }),
      authorization: `Bearer ${await stack.createToken(role)}`,
    };
    const { method = 'GET', signal } = request;
    try {
      const options = { method, headers, ...(body === undefined ? {} : { body }), ...(signal === undefined ? {} : { signal }) };
      return await fetch(toUrl(stack.gatewayUrl, path, request.query), options);
    } catch (cause) {
      if (signal?.aborted === true) throw cause;
      const message = `The gateway at ${stack.gatewayUrl} does not answer.`;
      throw new CliError({ code: 'gateway.unreachable', message, hint: stack.hint ?? 'motcua status', cause });
    }
  };
  return {
    fetch: send,
    async request(path, request) {
      const response = await send(path, request);
      const text = await response.text();
      if (!response.ok) throw toCliError(response, text);
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    },
  };
}

function toBody(body: unknown): { body: string | Uint8Array | FormData | undefined; headers: Record<string, string> } {
  if (body === undefined || typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData)
    return { body, headers: {} };
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

function toUrl(base: string, path: string, query: GatewayRequest['query'] = {}): URL {
  const url = new URL(path, base);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}

/** `application/problem+json` (RFC 9457) as a failure at the terminal; any other answer by its status. */
export function toCliError(response: Pick<Response, 'status' | 'statusText'>, text: string): CliError {
  const problem = findProblem(text);
  const code = typeof problem['code'] === 'string' ? problem['code'] : `http.${response.status}`;
  const title = typeof problem['title'] === 'string' ? problem['title'] : `${response.status} ${response.statusText}`.trim();
  const message = `${toSentence(title, problem['detail'])}${toFieldErrors(problem['errors'])}`;
  const hint = hints[code] ?? {};
  return new CliError({ code, message, ...hint, cause: problem });
}

/** A detail may be the title with what it is about behind it. */
function toSentence(title: string, detail: unknown): string {
  if (typeof detail !== 'string') return title;
  return detail.startsWith(title) ? detail : `${title}${/[.!?:]$/.test(title) ? '' : '.'} ${detail}`;
}

/** What helps at a terminal against a refusal that speaks of headers and sessions. */
const hints: Readonly<Record<string, { readonly hint: string }>> = {
  'auth.post-needed': { hint: 'MOTCUA_POST=<one of them>, or motcua login --post <one of them>' },
  'auth.not-your-post': { hint: 'MOTCUA_POST=<one of them>, or motcua login --post <one of them>' },
  'auth.invalid': { hint: 'motcua whoami says as whom you ask; motcua login signs in anew' },
};

/** Which fields of the request were wrong, where the problem says so. */
function toFieldErrors(errors: unknown): string {
  if (!Array.isArray(errors)) return '';
  const fields = (errors as { pointer?: unknown; message?: unknown }[]).map(
    ({ pointer, message }) => `\n  ${String(pointer)}: ${String(message)}`,
  );
  return fields.join('');
}

function findProblem(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
