import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { toValidationProblem } from './validation-pipe.ts';

/** Parameter: the `Idempotency-Key` header, or undefined. A key that is empty, too long or not printable is refused. */
export const IdempotencyKey = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  parseIdempotencyKey(context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key']),
);

/** 1–200 printable ASCII characters; quotes around it (RFC 8941 style) are part of the key. */
export function parseIdempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string' && /^[\x21-\x7e]{1,200}$/.test(header)) return header;
  throw toValidationProblem([
    {
      message: 'must be one header of 1 to 200 printable ASCII characters',
      vi: 'phải là một tiêu đề gồm 1 đến 200 ký tự ASCII in được',
      path: ['Idempotency-Key'],
    },
  ]);
}
