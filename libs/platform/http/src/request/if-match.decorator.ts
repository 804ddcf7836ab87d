import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { toValidationProblem } from './validation-pipe.ts';

/** Parameter: the version in `If-Match: "7"`, or undefined where the header is absent or `*`. */
export const IfMatchVersion = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  parseIfMatch(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/** A whole number, quoted or not. */
export function parseIfMatch(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const version = /^\s*"?(\d{1,9})"?\s*$/.exec(header)?.[1];
  if (version !== undefined) return Number(version);
  throw toValidationProblem([
    { message: 'must be a version such as "7"', vi: 'phải là một phiên bản, ví dụ "7"', path: ['If-Match'] },
  ]);
}
