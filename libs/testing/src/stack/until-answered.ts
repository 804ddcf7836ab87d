import { waitFor } from '../wait-for.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** How often it was sent; more than once where an answer was missing, and then what was sent before may have been done. */
  readonly attempts: number;
}

const TIMEOUT_MS = 90_000;
const ATTEMPT_MS = 20_000;

/** As a client whose request got no answer, or that of a server in trouble: it is sent again until somebody says yes or no. */
export async function untilAnswered(what: string, send: (signal: AbortSignal) => Promise<Response>): Promise<Answer> {
  let attempts = 0;
  return waitFor(
    async () => {
      attempts += 1;
      const response = await send(AbortSignal.timeout(ATTEMPT_MS));
      const text = await response.text();
      if (response.status >= 500) throw new Error(`${response.status} ${text}`);
      return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown), attempts };
    },
    { describe: `${what} to be answered`, timeoutMs: TIMEOUT_MS, intervalMs: 100 },
  );
}

/** The body of a 2xx. @throws what was answered instead */
export function requireOk(what: string, { status, body }: Answer): unknown {
  if (status < 200 || status > 299) throw new Error(`${what} was answered ${status}: ${JSON.stringify(body)}`);
  return body;
}
