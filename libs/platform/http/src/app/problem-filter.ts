import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '@motcua/observability';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noteRefusal } from '../health/log-requests.ts';
import type { RouteTable } from '../request/route-table.ts';
import { preferredLanguage } from '../problem/language.ts';
import type { ProblemError } from '../problem/problem-error.ts';
import { problemContentType } from '../problem/problem.ts';
import { toProblem } from '../problem/to-problem.ts';
import { ofStatus, toProblemError } from '../problem/to-problem-error.ts';

/** The one place where something thrown becomes an answer. Expected refusals are not logged; what we did not foresee is. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly routes: RouteTable,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = this.#orMethodNotAllowed(toProblemError(thrown), request);
    if (problem.status >= 500) this.#report(problem, thrown, request);
    // A stream that breaks while it runs has its status behind it: all that is left is to end it.
    if (reply.raw.headersSent) reply.raw.destroy();
    else sendProblem(request, reply, problem);
  }

  /** Routers answer 404 to a known path with another method. */
  #orMethodNotAllowed(problem: ProblemError, request: FastifyRequest): ProblemError {
    if (problem.code !== 'http.not-found' || request.routeOptions.url !== undefined) return problem;
    const allowed = this.routes.methodsOf(request.url);
    return allowed.length === 0 ? problem : ofStatus(405, undefined, undefined, { allow: allowed.join(', ') });
  }

  #report(problem: ProblemError, thrown: unknown, request: FastifyRequest): void {
    const fields = { err: thrown, requestId: request.id, method: request.method, route: request.routeOptions.url };
    if (problem.status === 503) this.logger.warn(fields, problem.code);
    else this.logger.error(fields, problem.code);
  }
}

export interface ProblemRequest {
  readonly id: string;
  readonly headers: { readonly 'accept-language'?: string | undefined };
}

export interface ProblemReply {
  status(code: number): { headers(values: Record<string, string>): { send(body: string): unknown } };
}

/** Writes a problem as the answer; also for hooks and plugins that Nest's filter does not see. */
export function sendProblem(request: ProblemRequest, reply: ProblemReply, problem: ProblemError): void {
  noteRefusal(request, problem);
  const language = preferredLanguage(request.headers['accept-language']);
  reply
    .status(problem.status)
    .headers({ ...problem.headers, 'content-type': problemContentType, 'content-language': language })
    .send(JSON.stringify({ ...toProblem(problem, language), requestId: request.id }));
}
