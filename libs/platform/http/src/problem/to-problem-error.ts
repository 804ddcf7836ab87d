import { HttpException } from '@nestjs/common';
import { isTransient } from '@motcua/postgres';
import { knownProblem } from './known-problems.ts';
import { ProblemError } from './problem-error.ts';

/**
 * Anything thrown to the problem it is answered with: our own as they are; Nest's and Fastify's by their status; a database that is
 * away or busy becomes 503 with Retry-After; all else is a bug, 500, and says nothing of itself to the caller.
 */
export function toProblemError(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  const status = statusOf(thrown);
  if (status !== undefined && status < 500) return ofStatus(status, messageOf(thrown));
  if (isTransient(thrown)) return ofStatus(503, undefined, thrown, { 'retry-after': '1' });
  return ofStatus(status ?? 500, undefined, thrown);
}

/** A problem of the framework's own kinds, by status. */
export function ofStatus(
  status: number,
  detail?: ProblemError['detail'],
  cause?: unknown,
  headers: Record<string, string> = {},
): ProblemError {
  const { code, titles } = knownProblem(status);
  return new ProblemError({ status, code, titles, cause, headers, ...(detail === undefined ? {} : { detail }) });
}

function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (typeof thrown !== 'object' || thrown === null || !('statusCode' in thrown)) return undefined;
  return typeof thrown.statusCode === 'number' && thrown.statusCode >= 400 ? thrown.statusCode : undefined;
}

function messageOf(thrown: unknown): string | undefined {
  return typeof thrown === 'object' && thrown !== null && 'message' in thrown && typeof thrown.message === 'string'
    ? thrown.message
    : undefined;
}
