import { request as httpRequest, type Agent, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface HttpPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
  /** A whole exchange, unless told 10 s. */
  readonly timeoutMs?: number | undefined;
  readonly agent?: Agent | undefined;
  /** What must not stand in the answer, which is stored: a provider that repeats a request repeats our keys. */
  readonly secrets?: readonly string[];
}

export interface HttpAnswer {
  readonly status: number;
  /** Of `Retry-After`, in milliseconds from now. */
  readonly retryAfterMs: number | undefined;
  readonly body: string;
}

const defaultTimeoutMs = 10_000;
/** Of an answer we read so much; what a provider says more is of no use. */
const maxAnswerBytes = 64 * 1_024;

/**
 * One POST, by Node's own client: it follows no redirect, and takes an agent that looks at the address it really connects to.
 *
 * @throws whatever the network throws; an AbortError where the signal or the time limit cut it
 */
export async function postHttp({
  url,
  headers,
  body,
  signal,
  timeoutMs = defaultTimeoutMs,
  agent,
  secrets = [],
}: HttpPost): Promise<HttpAnswer> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const start = url.startsWith('https:') ? httpsRequest : httpRequest;
    const outgoing = start(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      signal: limit,
      ...(agent === undefined ? {} : { agent }),
    });
    outgoing.once('response', resolve).once('error', reject);
    outgoing.end(body);
  });
  return {
    status: response.statusCode ?? 0,
    retryAfterMs: parseRetryAfter(response.headers['retry-after']),
    body: withoutSecrets(await readText(response), secrets),
  };
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= maxAnswerBytes) break;
  }
  return Buffer.concat(chunks).toString('utf8').slice(0, maxAnswerBytes);
}

const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.filter((secret) => secret !== '').reduce((left, secret) => left.replaceAll(secret, '[secret]'), text);

/** Seconds, or a date. */
export function parseRetryAfter(header: string | undefined, now = Date.now()): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,6}$/u.test(header)) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(at - now, 0);
}
