import { ofStatus, ProblemError } from '@motcua/http';

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);
const slow = new Set(['UND_ERR_HEADERS_TIMEOUT', 'FST_REPLY_FROM_GATEWAY_TIMEOUT', 'FST_REPLY_FROM_TIMEOUT']);
const maxCauses = 4;

/** What went wrong behind the gateway: 503 not reachable, 504 too slow, 502 broke off; a refusal of our own stays what it is. */
export function toUpstreamProblem(error: unknown, upstream: string): ProblemError {
  const chain = causesOf(error);
  const own = chain.find((cause) => cause instanceof ProblemError);
  if (own !== undefined) return own;
  const codes = chain.map((cause) => ('code' in cause ? String(cause.code) : ''));
  const cause = chain.at(-1);
  if (codes.some((code) => unreachable.has(code)))
    return ofStatus(503, `${upstream} cannot be reached.`, cause, { 'retry-after': '1' });
  if (codes.some((code) => slow.has(code))) return ofStatus(504, `${upstream} did not answer in time.`, cause);
  return ofStatus(502, `${upstream} broke off.`, cause);
}

function causesOf(error: unknown, depth = 0): Error[] {
  if (!(error instanceof Error) || depth > maxCauses) return [];
  // connecting to a name with several addresses fails with all their errors together
  const further: unknown[] = error instanceof AggregateError ? error.errors : [];
  return [error, ...causesOf(error.cause, depth + 1), ...further.flatMap((one) => causesOf(one, depth + 1))];
}
