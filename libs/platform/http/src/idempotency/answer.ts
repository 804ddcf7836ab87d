/** An HTTP answer as data: it can be stored and given again. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface GivenAnswer extends Answer {
  /** Whether it is the stored answer to an earlier request with the same key. */
  readonly replayed: boolean;
}

interface Reply {
  status(code: number): unknown;
  header(name: string, value: string): unknown;
}

/** Sets status and headers on a passthrough reply (`@Res({ passthrough: true })`) and returns the body for the handler to return. */
export function applyAnswer(reply: Reply, { status, body, headers = {}, replayed }: GivenAnswer): unknown {
  reply.status(status);
  for (const [name, value] of Object.entries(headers)) reply.header(name, value);
  if (replayed) reply.header('idempotency-replayed', 'true');
  return body;
}
