import { StandardSchemaValidationPipe } from '@nestjs/common';
import { ProblemError } from './problem-error.ts';
import type { FieldError } from './problem.ts';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** Validates every `@Body({ schema })`, `@Query({ schema })`, `@Param('x', { schema })`: 400 `request.invalid` with all errors. */
export function createValidationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({ exceptionFactory: toValidationProblem });
}

/** Issues of zod (or any Standard Schema) as a problem; `prefix` is the pointer of the part that was validated. */
export function toValidationProblem(issues: readonly Issue[], prefix = ''): ProblemError {
  return new ProblemError({
    status: 400,
    code: 'request.invalid',
    titles: { vi: 'Yêu cầu không hợp lệ', en: 'The request is not valid' },
    detail: `Correct ${issues.length === 1 ? 'the field' : 'the fields'} named in "errors" and send the request again.`,
    errors: issues.map((issue) => toFieldError(issue, prefix)),
  });
}

function toFieldError({ message, path = [] }: Issue, prefix: string): FieldError {
  const segments = path.map((part) => String(typeof part === 'object' ? part.key : part));
  return {
    pointer: prefix + segments.map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    message,
  };
}
