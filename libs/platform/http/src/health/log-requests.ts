import type { Logger } from '@motcua/observability';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ProblemError } from '../problem/problem-error.ts';

const refusals = new WeakMap<object, ProblemError>();
/** Asked every few seconds by whoever keeps the services running. */
const isProbe = (route: string | undefined): boolean => route?.startsWith('/health/') === true;

/** A request is about to be answered with a problem: its line shall say which. */
export function noteRefusal(request: object, problem: ProblemError): void {
  refusals.set(request, problem);
}

/**
 * One line a request: `requestId` (the same at the gateway and behind it), `method`, `route` (the pattern: a path may hold what a person
 * typed), `status`, `ms`, and of a refusal `problem`, its code, with `why`, the code of what lies behind it. Nothing of a person.
 */
export function logRequests(server: FastifyInstance, logger: Logger): void {
  server.addHook('onResponse', (request, reply, done) => {
    const { method, id: requestId } = request;
    const route = request.routeOptions.url;
    if (!isProbe(route))
      logger.info(
        { requestId, method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime), ...toRefusal(request) },
        'request',
      );
    done();
  });
}

function toRefusal(request: FastifyRequest): { problem: string; why?: string } | undefined {
  const problem = refusals.get(request);
  if (problem === undefined) return undefined;
  const why = codeOf(problem.cause);
  return { problem: problem.code, ...(why === undefined ? {} : { why }) };
}

/** Its message may quote what was sent. */
function codeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}
